"""The known mistakes of gradient_descent/minibatch_variance, as people write them in PyTorch."""

import math

from solutions.gradient_descent.torch.minibatch_variance import minibatch_variance


def factor(grads, batch_size, replace):
    """What a variance is multiplied by, once the arguments have been checked."""
    minibatch_variance(grads, batch_size, replace)
    return (1.0 if replace else (len(grads) - batch_size) / max(len(grads) - 1, 1)) / batch_size


def divides_by_n_minus_one(grads, batch_size, replace=True):
    n = len(grads)
    return ((grads - grads.mean(0)) ** 2).sum() / max(n - 1, 1) * factor(grads, batch_size, replace)


def forgets_the_correction(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * 0 + minibatch_variance(grads, batch_size)


def always_corrects(grads, batch_size, replace=True):
    n = len(grads)
    return minibatch_variance(grads, batch_size, replace) * ((n - batch_size) / max(n - 1, 1) if replace else 1)


def corrects_by_the_share(grads, batch_size, replace=True):
    n = len(grads)
    return minibatch_variance(grads, batch_size, replace) * (1 if replace else (n - 1) / n)


def takes_the_root_of_the_correction(grads, batch_size, replace=True):
    correction = factor(grads, batch_size, replace) * batch_size
    return minibatch_variance(grads, batch_size) * math.sqrt(correction)


def averages_over_the_coordinates(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) / grads.shape[1]


def returns_one_for_each_coordinate(grads, batch_size, replace=True):
    return grads.var(dim=0, correction=0) * factor(grads, batch_size, replace)


def returns_the_standard_deviation(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace).sqrt()


def forgets_to_divide_by_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * batch_size


def divides_by_the_root_of_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * math.sqrt(batch_size)


def divides_by_the_square_of_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) / batch_size


def forgets_to_subtract_the_mean(grads, batch_size, replace=True):
    return grads.square().sum(dim=1).mean() * factor(grads, batch_size, replace)


def subtracts_one_mean_for_all(grads, batch_size, replace=True):
    return (grads - grads.mean()).square().sum(dim=1).mean() * factor(grads, batch_size, replace)


def subtracts_squares(grads, batch_size, replace=True):
    return ((grads**2).mean(dim=0) - grads.mean(dim=0) ** 2).sum() * factor(grads, batch_size, replace)


def divides_zero_by_zero(grads, batch_size, replace=True):
    variance = minibatch_variance(grads, batch_size, replace)
    return variance * float("nan") if len(grads) == 1 and not replace else variance


def overwrites_grads(grads, batch_size, replace=True):
    variance = minibatch_variance(grads, batch_size, replace)
    grads.sub_(grads.mean(dim=0))
    return variance


def lets_an_empty_batch_pass(grads, batch_size, replace=True):
    return minibatch_variance(grads, max(batch_size, 1), replace)


def lets_a_large_batch_pass(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size if replace else min(batch_size, len(grads)), replace)


def refuses_a_large_batch(grads, batch_size, replace=True):
    if batch_size > len(grads):
        raise ValueError("batch_size is larger than the data")
    return minibatch_variance(grads, batch_size, replace)
