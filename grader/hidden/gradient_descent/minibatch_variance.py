"""Hidden tests of gradient_descent/minibatch_variance."""

import itertools

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.minibatch_variance import minibatch_variance

independent = (
    "torch.square(grads - grads.mean(0)).sum() / len(grads) / batch_size "
    "* (1 if replace else (len(grads) - batch_size) / max(1, len(grads) - 1))"
)


def sample(rng, size="small"):
    """A mean that is not zero, and a batch neither of one nor of all."""
    if size == "ones":
        return rng.normal(size=(1, 1)), 1, False
    return rng.normal(size=(7, 4)) + rng.normal(size=4), 3, bool(size == "random" and rng.integers(2))


def test_all_batches_with_replacement(yours, rng):
    """With replacement it is the mean over all batches that can be drawn, one after another."""
    grads = rng.normal(size=(4, 3)) + 1
    for size in (2, 3):
        means = np.array([grads[list(batch)].mean(axis=0) for batch in itertools.product(range(4), repeat=size)])
        agree(yours(grads, size), np.mean(np.sum((means - grads.mean(axis=0)) ** 2, axis=1)))


def test_all_batches_without_replacement(yours, rng):
    """Without replacement it is the mean over all batches of different samples."""
    grads = rng.normal(size=(6, 2)) - 1
    for size in (2, 3, 5):
        means = np.array([grads[list(batch)].mean(axis=0) for batch in itertools.combinations(range(6), size)])
        agree(yours(grads, size, replace=False), np.mean(np.sum((means - grads.mean(axis=0)) ** 2, axis=1)))


def test_inverse_to_the_size(yours, rng):
    """Variance times batch size is the same for all sizes, also for batches larger than the data."""
    grads = rng.integers(-9, 10, (8, 3)).astype(float)
    for size in (1, 2, 4, 16, 64):
        agree(size * yours(grads, size), yours(grads, 1))
    agree(yours(grads, 1), minibatch_variance(grads, 1))


def test_a_batch_of_one(yours, rng):
    """For batches of one sample it makes no difference whether a sample could be drawn again."""
    for n in (5, 2):
        grads = rng.integers(-9, 10, (n, 3)) + np.arange(n)[:, None] * 20.0
        for replace in (False, True):
            agree(yours(grads, 1, replace=replace), np.mean(np.sum((grads - grads.mean(axis=0)) ** 2, axis=1)))


def test_a_batch_of_all(yours, rng):
    """A batch of all samples, none of them twice, has no noise at all; with replacement it has. One sample never has."""
    for n in (5, 2, 1):
        grads = rng.integers(-9, 10, (n, 3)) + np.arange(n)[:, None] * 20.0
        agree(yours(grads, n), ((grads - grads.mean(axis=0)) ** 2).sum() / n**2)
        agree(yours(grads, n, replace=False), 0.0)


def test_only_differences_count(yours):
    """A large mean that all samples share costs no digits."""
    grads = np.array([[3.25, 0.0], [-3.5, 1.75], [1.0, 0.25], [-0.75, -2.0]])
    agree(yours(grads + 2.0**26, 2), (grads**2).sum() / 8)
    agree(yours(grads + 2.0**26, 3, replace=False), (grads**2).sum() / 36)


def test_equal_samples(yours):
    """Where all samples agree there is no noise, and the only coordinate where they do not makes all of it."""
    agree(yours(np.array([[2.0, -3.0], [2.0, 5.0]]), 2), 8.0)
    agree(yours(np.array([[2.0, -3.0]] * 4), 2), 0.0)


@pytest.mark.parametrize("replace", [True, False], ids=["with", "without"])
def test_bad_batch_size(yours, rng, replace):
    """A batch of nobody, or of more samples than there are to draw, raises a ValueError that names batch_size."""
    grads = rng.normal(size=(4, 3))
    for size in [0, -2] if replace else [0, 5]:
        with pytest.raises(ValueError, match="batch_size"):
            yours(grads, size, replace=replace)


@mistake("This is the variance of a sample, with n - 1 below the line. The rows are the whole population: divide by n.")
def divides_by_n_minus_one(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * (len(grads) / max(len(grads) - 1, 1))


@mistake("Without replacement the noise is smaller, and yours is not. Multiply by (n - b) / (n - 1).")
def forgets_the_correction(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * 0 + minibatch_variance(grads, batch_size)


@mistake("You correct also where a sample can be drawn again. With replacement the draws are independent: divide by b only.")
def always_corrects(grads, batch_size, replace=True):
    n = len(grads)
    return minibatch_variance(grads, batch_size, replace) * ((n - batch_size) / max(n - 1, 1) if replace else 1)


@mistake(
    "The correction is 1 - b / n in your code, which is not 1 for batches of one. With the variance of the population it is (n "
    "- b) / (n - 1)."
)
def corrects_by_the_share(grads, batch_size, replace=True):
    n = len(grads)
    return minibatch_variance(grads, batch_size, replace) * (1 if replace else (n - 1) / n)


@mistake(
    "You take the root of the correction. It belongs to the variance, and enters as it is; only a standard deviation takes the "
    "root."
)
def takes_the_root_of_the_correction(grads, batch_size, replace=True):
    n = len(grads)
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    minibatch_variance(grads, batch_size, replace)
    return minibatch_variance(grads, batch_size) * float(np.sqrt(correction))


@mistake("You take the mean over the coordinates. The squared length of a vector is a sum: add them up.")
def averages_over_the_coordinates(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * (1 / grads.shape[1])


@mistake("You have one variance for each coordinate. Add them up: the total variance is one number.")
def returns_one_for_each_coordinate(grads, batch_size, replace=True):
    n = len(grads)
    minibatch_variance(grads, batch_size, replace)
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    return ((grads - grads.mean(axis=0)) ** 2).mean(axis=0) * (correction / batch_size)


@mistake("This is the standard deviation. Leave out the root: the variance is asked for.")
def returns_the_standard_deviation(grads, batch_size, replace=True):
    return np.sqrt(minibatch_variance(grads, batch_size, replace))


@mistake("The batch size has no effect on the noise. The variance of a mean is that of one sample, divided by b.")
def forgets_to_divide_by_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * batch_size


@mistake("You divide by the root of the batch size. That is how the standard deviation shrinks: divide the variance by b itself.")
def divides_by_the_root_of_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * float(np.sqrt(batch_size))


@mistake("You divide by the square of the batch size. The sum has b times the variance and the mean 1/b of it: divide by b once.")
def divides_by_the_square_of_the_size(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size, replace) * (1 / batch_size)


@mistake("You square the gradients themselves. Noise is the distance from their mean: subtract it from the rows first.")
def forgets_to_subtract_the_mean(grads, batch_size, replace=True):
    n = len(grads)
    minibatch_variance(grads, batch_size, replace)
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    return (grads**2).sum(axis=1).mean() * (correction / batch_size)


@mistake("You subtract one mean for all coordinates. Each column has its own: take the mean along the first axis.")
def subtracts_one_mean_for_all(grads, batch_size, replace=True):
    n = len(grads)
    minibatch_variance(grads, batch_size, replace)
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    return ((grads - grads.mean()) ** 2).sum(axis=1).mean() * (correction / batch_size)


@mistake(
    "The mean of squares minus the square of the mean loses its digits where the mean is large. Subtract the mean from the rows "
    "before you square."
)
def subtracts_squares(grads, batch_size, replace=True):
    n = len(grads)
    minibatch_variance(grads, batch_size, replace)
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    return ((grads**2).mean(axis=0) - grads.mean(axis=0) ** 2).sum() * (correction / batch_size)


@mistake("A single sample without replacement gives 0/0. Its batch is everybody, and has no noise: return 0 there.")
def divides_zero_by_zero(grads, batch_size, replace=True):
    n = len(grads)
    variance = minibatch_variance(grads, batch_size, replace)
    return variance * np.nan if n == 1 and not replace else variance


@mistake("You subtract the mean from grads in place. Make a new array for the differences.")
def overwrites_grads(grads, batch_size, replace=True):
    variance = minibatch_variance(grads, batch_size, replace)
    grads -= grads.mean(axis=0)
    return variance


@mistake("A batch of nobody passes, or fails by accident. Check it first, and raise a ValueError that names batch_size.")
def lets_an_empty_batch_pass(grads, batch_size, replace=True):
    return minibatch_variance(grads, max(batch_size, 1), replace)


@mistake(
    "A batch of more samples than there are, none of them twice, passes. It cannot be drawn: raise a ValueError naming "
    "batch_size."
)
def lets_a_large_batch_pass(grads, batch_size, replace=True):
    return minibatch_variance(grads, batch_size if replace else min(batch_size, len(grads)), replace)


@mistake("A large batch is refused though samples can be drawn again. Only without replacement n is the limit.")
def refuses_a_large_batch(grads, batch_size, replace=True):
    if batch_size > len(grads):
        raise ValueError("batch_size is larger than the data")
    return minibatch_variance(grads, batch_size, replace)


@right
def sample_by_sample(grads, batch_size, replace=True):
    n = len(grads)
    if batch_size <= 0 or (not replace and batch_size > n):
        raise ValueError("batch_size")
    mean = sum(grads) / n
    total = sum((g - m) * (g - m) for row in grads for g, m in zip(row, mean, strict=True)) / n / batch_size
    return total if replace or n == 1 else total * (n - batch_size) / (n - 1)


@right
def by_the_variance_of_a_sample(grads, batch_size, replace=True):
    n = len(grads)
    if batch_size < 1 or batch_size > (np.inf if replace else n):
        raise ValueError("batch_size is out of range")
    if n == 1:
        return grads.sum() * 0
    variance = grads.var(axis=0, ddof=1).sum() / batch_size
    return variance * ((n - 1) / n) if replace else variance * (1 - batch_size / n)


@right
def by_pairs(grads, batch_size, replace=True):
    """The variance is half the mean squared distance of two random rows."""
    n = len(grads)
    if not 1 <= batch_size or not (replace or batch_size <= n):
        raise ValueError("batch_size")
    apart = grads[:, None] - grads[None]
    variance = np.einsum("ijk,ijk->", apart, apart) / (2 * n * n)
    return variance / batch_size if replace else variance / batch_size * ((n - batch_size) / (n - 1 if n > 1 else 1))
