"""Hidden tests of losses/kl_divergence."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.losses.kl_divergence import kl_divergence

independent = (
    "(F.kl_div(input.log(), target, reduction='batchmean'),"
    " torch.func.grad(lambda x: F.kl_div(x.log(), target, reduction='batchmean'))(input))"
)


def sample(rng, size="small"):
    """Rows that add up to 1, without zeros."""
    shape = (1, 2) if size == "ones" else (3, 4)
    x, t = rng.uniform(0.2, 1.0, shape), rng.uniform(0.2, 1.0, shape)
    return x / x.sum(axis=1, keepdims=True), t / t.sum(axis=1, keepdims=True)


def test_by_hand(yours):
    """One half and one half, described as one quarter and three quarters, loses log 2 minus half of log 3."""
    x, t = np.array([[0.25, 0.75]]), np.array([[0.5, 0.5]])
    agree(yours(x, t), (np.log(2) - np.log(3) / 2, np.array([[-2.0, -2 / 3]])))


def test_direction(yours):
    """The target weights the logarithms: a certain target costs the logarithm of its one probability."""
    x, t = np.array([[0.125, 0.875]]), np.array([[1.0, 0.0]])
    agree(yours(x, t), (np.log(8), np.array([[-8.0, 0.0]])))


def test_nothing_is_lost(yours, rng):
    """Equal distributions have no divergence, others a positive one, and the gradient is minus the target over the input."""
    x, t = sample(rng)
    loss, grad = yours(t.copy(), t)
    agree(loss, 0.0, scale=1.0)
    agree(grad, np.full((3, 4), -1 / 3))
    agree(yours(x, t)[0] > 0, True)


def test_mean_over_rows(yours, rng):
    """The divergences of the rows are averaged, and those of the outcomes of a row added up."""
    x, t = sample(rng)
    rows = [kl_divergence(x[i : i + 1], t[i : i + 1]) for i in range(3)]
    agree(yours(x, t), (sum(loss for loss, _ in rows) / 3, np.concatenate([grad for _, grad in rows]) / 3))


def test_zero_in_the_target(yours):
    """An outcome that the target rules out adds nothing, and has no gradient, even where the input rules it out, too."""
    x, t = np.array([[0.25, 0.5, 0.25], [0.5, 0.5, 0.0]]), np.array([[0.0, 0.5, 0.5], [0.25, 0.75, 0.0]])
    want = 0.5 * (0.5 * np.log(2) + 0.25 * np.log(0.5) + 0.75 * np.log(1.5))
    agree(yours(x, t), (want, np.array([[0.0, -0.5, -1.0], [-0.25, -0.75, 0.0]])))


def test_zero_in_the_input(yours):
    """An outcome that happens and was called impossible costs infinity."""
    x, t = np.array([[0.0, 1.0], [0.5, 0.5]]), np.array([[0.25, 0.75], [0.5, 0.5]])
    agree(yours(x, t), (np.inf, np.array([[-np.inf, -0.375], [-0.5, -0.5]])))


def test_small_probabilities(yours):
    """Probabilities as small as 1e-30 keep their logarithms, in the input and in the target."""
    tiny = 2.0**-100
    agree(yours(np.array([[tiny, 1.0]]), np.array([[0.5, 0.5]])), (49 * np.log(2), np.array([[-0.5 / tiny, -0.5]])))
    loss, grad = yours(np.array([[0.5, 1.0]]), np.array([[tiny, 1.0]]))
    agree(loss, tiny * -99 * np.log(2))
    agree(grad[0, 0], -2 * tiny)


def test_is_the_derivative(yours, rng):
    """The gradient is the slope of the loss, each probability taken for itself, by a step into the complex plane."""
    x, t = sample(rng)
    agree(yours(x, t)[1], np.imag(t * (np.log(t) - np.log(x + 1e-30j))) / 1e-30 / 3)


@pytest.mark.parametrize("shape", [(1, 3), (2, 1), (3, 2)], ids=str)
def test_other_shape(yours, shape):
    """A target of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match="target"):
        yours(np.array([[0.5, 0.25, 0.25], [0.1, 0.2, 0.7]]), np.full(shape, 1 / shape[1]))


@mistake(
    "The divergence runs the other way: your input weights the logarithms. The target does, with target over input inside the "
    "logarithm, and the gradient is minus target over input."
)
def exchanges_the_distributions(input, target):
    loss, _ = kl_divergence(target, input)
    with np.errstate(divide="ignore", invalid="ignore"):
        return loss, (np.log(input / target) + 1) / len(input)


@mistake(
    "You average over all entries, as reduction='mean' does. The outcomes of a row are added up, and only the rows averaged: "
    "divide by N."
)
def averages_over_all_entries(input, target):
    loss, grad = kl_divergence(input, target)
    return loss / input.shape[1], grad / input.shape[1]


@mistake("You add up the rows without dividing by their number. The loss and the gradient are those of a mean over rows.")
def sums(input, target):
    loss, grad = kl_divergence(input, target)
    return loss * len(input), grad * len(input)


@mistake("The loss is a mean over rows, and the gradient still that of the sum. Divide the gradient by N, too.")
def forgets_the_mean_in_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    return loss, grad * len(input)


@mistake(
    "Where the target is 0 you get NaN, from zero times the logarithm of zero. Such an outcome adds 0 and has no gradient: keep "
    "its logarithms harmless."
)
def runs_into_zero_times_infinity(input, target):
    kl_divergence(input, target)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (target * np.log(target / input)).sum() / len(input), -target / input / len(input)


@mistake(
    "You add a small number to the probabilities, so an impossible outcome has a finite price and small probabilities a wrong "
    "one. Treat the zeros of the target apart, and leave all other numbers as they are."
)
def adds_a_small_number(input, target):
    kl_divergence(input, target)
    eps = 1e-8
    return (target * np.log((target + eps) / (input + eps))).sum() / len(input), -target / (input + eps) / len(input)


@mistake("You drop every outcome that the input rules out. If the target allows it, the loss is infinite: let it be.")
def drops_impossible_outcomes(input, target):
    return kl_divergence(input, np.where(input == 0, 0, target).astype(target.dtype))


@mistake("You treat input as logarithms, as PyTorch's kl_div does. Here it holds probabilities: take the logarithm yourself.")
def expects_logarithms(input, target):
    kl_divergence(input, target)
    return (target * (np.log(target + (target == 0)) - input)).sum() / len(input), -target / len(input)


@mistake("This is the cross-entropy. The divergence is less, by the entropy of the target: its own logarithm is missing.")
def forgets_the_entropy(input, target):
    _, grad = kl_divergence(input, target)
    absent = target == 0
    return -(target * np.log(input + absent)).sum() / len(input), grad


@mistake("You measure in bits, by logarithms to the base 2. Use the natural logarithm.")
def measures_in_bits(input, target):
    loss, grad = kl_divergence(input, target)
    return loss / np.log(input.dtype.type(2)), grad / np.log(input.dtype.type(2))


@mistake("The target is missing in your gradient: each logarithm is weighted with it, so it is minus target over input.")
def drops_the_target_in_the_gradient(input, target):
    loss, _ = kl_divergence(input, target)
    with np.errstate(divide="ignore"):
        return loss, -1 / input / len(input)


@mistake("The gradient has the wrong sign: raising a probability that the target wants lowers the loss.")
def turns_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    return loss, -grad


@mistake("The loss has the wrong sign: it is target over input inside the logarithm, and the sum is never negative.")
def turns_the_loss(input, target):
    loss, grad = kl_divergence(input, target)
    return -loss, grad


@mistake(
    "You take the mean of each row out of the gradient, to stay among distributions. Here each probability is a variable of its "
    "own: return minus target over input."
)
def projects_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    with np.errstate(invalid="ignore"):
        return loss, grad - grad.mean(axis=1, keepdims=True)


@mistake("Arrays of different shapes are broadcast against each other. Compare the shapes, and raise a ValueError for target.")
def broadcasts(input, target):
    return kl_divergence(*np.broadcast_arrays(input, target))


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(input, target):
    return kl_divergence(input.astype(np.float64), target)


@mistake("You protect the input in place, and the caller's probabilities change. Work on a new array.")
def overwrites_input(input, target):
    result = kl_divergence(input, target)
    input[...] = np.clip(input, 1e-8, 0.2)
    return result


@right
def number_by_number(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    loss, grad = 0.0, np.zeros_like(input)
    for index in np.ndindex(input.shape):
        x, t = input[index], target[index]
        if t > 0:
            loss += t * np.log(t / x) if x > 0 else np.inf
            grad[index] = -t / x / len(input) if x > 0 else -np.inf
    return loss / len(input), grad


@right
def by_where(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    happens = target > 0
    ratio = np.ones_like(input)
    with np.errstate(divide="ignore"):
        np.divide(target, input, out=ratio, where=happens)
        terms = np.where(happens, target * np.log(ratio), 0)
    return np.mean(terms.sum(axis=-1)), np.where(happens, -ratio, 0) / input.shape[0]


@right
def entropy_and_cross_entropy(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    n, happens = len(input), target != 0
    with np.errstate(divide="ignore"):
        x, t = np.where(happens, input, 1), np.where(happens, target, 1)
        return np.sum(target * np.log(t) - target * np.log(x)) / n, np.negative(target) / (n * x)
