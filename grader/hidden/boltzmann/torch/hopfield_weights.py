"""The known mistakes of boltzmann/hopfield_weights, as people write them in PyTorch."""

from solutions.boltzmann.torch.hopfield_weights import hopfield_weights


def diagonal_off(weight):
    return weight - weight.diagonal().diag()


def keeps_the_diagonal(patterns):
    hopfield_weights(patterns)
    return patterns.T @ patterns / patterns.shape[1]


def forgets_to_divide(patterns):
    hopfield_weights(patterns)
    return diagonal_off(patterns.T @ patterns)


def divides_by_the_number_of_patterns(patterns):
    hopfield_weights(patterns)
    return diagonal_off(patterns.T @ patterns / len(patterns))


def divides_by_both(patterns):
    return hopfield_weights(patterns) / len(patterns)


def sums_over_the_units(patterns):
    hopfield_weights(patterns)
    return diagonal_off(patterns @ patterns.T / patterns.shape[1])


def subtracts_the_means(patterns):
    hopfield_weights(patterns)
    centred = patterns - patterns.mean(0)
    return diagonal_off(centred.T @ centred / patterns.shape[1])


def turns_the_sign_round(patterns):
    return -hopfield_weights(patterns)


def fills_one_triangle(patterns):
    return hopfield_weights(patterns).triu()


def converts_from_bits(patterns):
    hopfield_weights(patterns)
    return diagonal_off((2 * patterns - 1).T @ (2 * patterns - 1) / patterns.shape[1])


def keeps_the_last_pattern(patterns):
    hopfield_weights(patterns)
    return hopfield_weights(patterns[-1:])


def checks_nothing(patterns):
    return diagonal_off(patterns.T @ patterns / patterns.shape[1])


def checks_the_range(patterns):
    if not (patterns.abs() <= 1).all():
        raise ValueError("patterns")
    return checks_nothing(patterns)


def returns_float64(patterns):
    return hopfield_weights(patterns).double()
