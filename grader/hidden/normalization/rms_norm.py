"""Hidden tests of normalization/rms_norm."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.rms_norm import rms_norm

independent = "torch.rms_norm(x, x.shape[-1:], weight, eps)"


def sample(rng, size="small"):
    """Rows off centre and of several lengths; an eps that shows where it stands."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.normal(1.0, 2.0, shape) * rng.uniform(0.5, 2.0, (*shape[:-1], 1))
    return x, rng.normal(size=shape[-1]), 0.3


def test_row_by_hand(yours, rng):
    """The row (1, 3, 5, 1) has a mean square of 9; with eps = 7 it is divided by 4."""
    x, weight = np.array([1.0, 3.0, 5.0, 1.0]), np.array([4.0, -4.0, 8.0, 2.0])
    agree(yours(x, weight, 7.0), np.array([1.0, -3.0, 10.0, 0.5]))


def test_mean_square_is_one(yours, rng):
    """With weight 1 every row has a mean square of 1, less a trace that eps takes."""
    y = yours(rng.normal(5.0, 3.0, (4, 3, 7)), np.full(7, 1.0), 1e-12)
    agree(np.mean(y * y, axis=-1), np.full((4, 3), 1.0))


def test_equal_features_stay_equal(yours, rng):
    """A row of equal features gives plus or minus the weight: no mean is taken away."""
    weight = np.array([1.0, 2.0, -3.0])
    agree(yours(np.array([[4.0, 4.0, 4.0], [-9.0, -9.0, -9.0]]), weight, 1e-14), np.stack([weight, -weight]))


def test_length_of_a_row_does_not_matter(yours, rng):
    """A row that is a thousand times as long gives the same, where eps is small enough not to matter."""
    x, weight = rng.normal(size=(3, 5)), rng.normal(size=5)
    agree(yours(1000 * x, weight, 1e-14), rms_norm(x, weight, 1e-14))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-6: it matters where the mean square is as small."""
    for size in (1e-3, 1e-4, 3e-7):
        agree(yours(np.array([size, -size]), np.array([1.0, 2.0])), np.array([1, -2]) * size / np.sqrt(size**2 + 1e-6))


def test_zeros_stay_zeros(yours, rng):
    """A row of zeros gives zeros, and nothing is divided by zero."""
    x = np.array([[0.0, 0.0], [3.0, -4.0]])
    agree(yours(x, np.array([1.0, 2.0]), 12.5), np.array([[0.0, 0.0], [0.6, -1.6]]))


def test_each_row_by_itself(yours, rng):
    """A row gives the same alone as in a batch, whatever the other rows are."""
    x, weight, eps = sample(rng)
    x[0, 1] *= 1000
    agree(yours(x[1, 2], weight, eps), rms_norm(x, weight, eps)[1, 2])
    agree(yours(x, weight, eps)[1, 2], rms_norm(x[1, 2], weight, eps))


@pytest.mark.parametrize("shape", [(6,), (4, 6), (2, 3, 5, 6)], ids=["one_row", "a_batch", "four_axes"])
def test_any_leading_axes(yours, rng, shape):
    """Any number of axes may stand before the features, also none."""
    x, weight = rng.normal(1.0, 2.0, shape), rng.normal(size=6)
    agree(yours(x, weight), rms_norm(x, weight))


def divided(x, weight, eps, axis=-1):
    """Divided by the root of the mean square along an axis."""
    return x / np.sqrt(np.mean(x * x, axis=axis, keepdims=True) + eps) * weight


@mistake("The mean is taken away: that is layer norm. RMS norm divides the row as it is by the root of its mean square.")
def centres_the_row(x, weight, eps=1e-6):
    return rms_norm(x - x.mean(axis=-1, keepdims=True), weight, eps)


@mistake("You divide by the standard deviation, which is measured from the mean. The mean square is measured from zero.")
def divides_by_the_standard_deviation(x, weight, eps=1e-6):
    return x / np.sqrt(x.var(axis=-1, keepdims=True) + eps) * weight


@mistake("You add up the squares, so the row gets length 1. Average them over the features: the mean square becomes 1.")
def sums_the_squares(x, weight, eps=1e-6):
    return x / np.sqrt(np.sum(x * x, axis=-1, keepdims=True) + eps) * weight


@mistake("The mean of the squares is divided by D - 1. There is no mean to correct for: divide by D.")
def divides_by_one_less(x, weight, eps=1e-6):
    return x / np.sqrt(np.sum(x * x, axis=-1, keepdims=True) / (x.shape[-1] - 1) + eps) * weight


@mistake("You square the mean. It is the mean of the squares that is wanted: square first, then average.")
def squares_the_mean(x, weight, eps=1e-6):
    return x / np.sqrt(np.mean(x, axis=-1, keepdims=True) ** 2 + eps) * weight


@mistake("You average absolute values. The root mean square is something else: square, average, take the root.")
def averages_absolute_values(x, weight, eps=1e-6):
    return x / (np.mean(np.abs(x), axis=-1, keepdims=True) + eps) * weight


@mistake("You divide by the mean square. Divide by its root.")
def forgets_the_root(x, weight, eps=1e-6):
    return x / (np.mean(x * x, axis=-1, keepdims=True) + eps) * weight


@mistake("eps is added after the root. It belongs inside: the root of (mean square + eps).")
def adds_eps_after_the_root(x, weight, eps=1e-6):
    return x / (np.sqrt(np.mean(x * x, axis=-1, keepdims=True)) + eps) * weight


@mistake("eps plays no part, so a row of zeros is 0 / 0. Add eps to the mean square before you take the root.")
def forgets_eps(x, weight, eps=1e-6):
    return rms_norm(x, weight, 0.0)


@mistake("eps is 1e-6 whatever is asked for. Use the argument; 1e-6 is only what it is when nobody gives it.")
def ignores_the_given_eps(x, weight, eps=1e-6):
    return rms_norm(x, weight, 1e-6)


@mistake("When no eps is given you use the 1e-5 of layer norm. The default here is 1e-6.")
def has_the_eps_of_layer_norm(x, weight, eps=1e-5):
    return rms_norm(x, weight, eps)


@mistake("You average over the first axis, the batch. The mean square belongs to a row: take it over the last axis.")
def averages_over_the_batch(x, weight, eps=1e-6):
    return divided(x, weight, eps, axis=0)


@mistake("You take one mean square of the whole array. Each row along the last axis has its own: keep the other axes.")
def averages_over_everything(x, weight, eps=1e-6):
    return divided(x, weight, eps, axis=tuple(range(x.ndim)))


@mistake("weight is missing. After the division each feature is multiplied by its own learnt scale.")
def forgets_the_weight(x, weight, eps=1e-6):
    return rms_norm(x, weight * 0 + 1, eps)


@mistake("You multiply by 1 + weight, as Gemma does, whose weights are stored less 1. Here weight multiplies as it is.")
def adds_one_to_the_weight(x, weight, eps=1e-6):
    return rms_norm(x, 1 + weight, eps)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight, eps=1e-6):
    return rms_norm(x.astype(np.float64), weight, eps)


@mistake("x itself is divided in place. The residual connection still needs it: write into a new array.")
def overwrites_x(x, weight, eps=1e-6):
    x /= np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps)
    return x * weight


@right
def by_the_norm(x, weight, eps=1e-6):
    mean_square = np.linalg.norm(x, axis=-1, keepdims=True) ** 2 / x.shape[-1]
    return weight * x * (mean_square + eps) ** -0.5


@right
def row_by_row(x, weight, eps=1e-6):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape[:-1]):
        y[place] = x[place] * weight / (x[place] @ x[place] / len(weight) + eps) ** 0.5
    return y


@right
def from_variance_and_mean(x, weight, eps=1e-6):
    mean = x.mean(axis=-1, keepdims=True)
    return x * (weight / np.sqrt(x.var(axis=-1, keepdims=True) + mean**2 + eps))
