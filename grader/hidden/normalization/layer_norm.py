"""Hidden tests of normalization/layer_norm."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.layer_norm import layer_norm

independent = "torch.layer_norm(x, x.shape[-1:], weight, bias, eps)"


def sample(rng, size="small"):
    """Rows off centre and of several spreads; an eps that shows where it stands."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.normal(3.0, 2.0, shape) * rng.uniform(0.5, 2.0, (*shape[:-1], 1))
    return x, rng.normal(size=shape[-1]), rng.normal(size=shape[-1]), 0.3


def test_row_by_hand(yours, rng):
    """The row (1, 3, 5, 7) has mean 4 and variance 5; with eps = 4 each deviation is divided by 3."""
    x, weight, bias = np.array([1.0, 3.0, 5.0, 7.0]), np.array([3.0, -3.0, 6.0, 1.0]), np.array([0.0, 1.0, 2.0, -1.0])
    agree(yours(x, weight, bias, 4.0), np.array([-3.0, 2.0, 4.0, 0.0]))


def test_mean_and_spread(yours, rng):
    """With weight 1 and bias 0 every row has mean 0 and variance 1, less a trace that eps takes."""
    y = yours(rng.normal(5.0, 3.0, (4, 3, 7)), np.full(7, 1.0), np.zeros(7), 1e-12)
    agree(y.mean(axis=-1), np.zeros((4, 3)), scale=1.0)
    agree(np.mean(y * y, axis=-1), np.full((4, 3), 1.0))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-5: it matters where the variance is as small."""
    x = np.array([[3e-3, -3e-3], [1e-3, -1e-3], [1e-6, -1e-6]])
    for row, variance in zip(x, [9e-6, 1e-6, 1e-12], strict=True):
        agree(yours(row, np.array([1.0, 2.0]), np.zeros(2)), row * np.array([1.0, 2.0]) / np.sqrt(variance + 1e-5))


def test_each_sample_by_itself(yours, rng):
    """A row gives the same alone as in a batch, whatever the other rows are."""
    x, weight, bias, eps = sample(rng)
    x[0, 1] *= 1000
    agree(yours(x[1, 2], weight, bias, eps), layer_norm(x, weight, bias, eps)[1, 2])
    agree(yours(x, weight, bias, eps)[1, 2], layer_norm(x[1, 2], weight, bias, eps))


def test_constant_row_gives_the_bias(yours, rng):
    """A row without any spread gives the bias, and nothing is divided by zero."""
    bias = np.array([2.0, -1.0, 0.5])
    agree(yours(np.array([[4.0, 4.0, 4.0], [0.0, 0.0, 0.0]]), np.array([1.0, 2.0, 3.0]), bias), np.stack([bias, bias]))


def test_mean_much_larger_than_spread(yours, rng):
    """Rows at 2**30 with a spread of a few units are normalized like the same rows at zero."""
    row, weight, bias = np.array([-3.0, -1.0, 1.0, 3.0]), np.array([1.0, -2.0, 0.5, 3.0]), np.array([0.0, 1.0, 0.0, 2.0])
    y = yours(np.stack([row, -row]) + 2.0**30, weight, bias)
    agree(y, layer_norm(np.stack([row, -row]), weight, bias), scale=2.0**30)  # what rounding such inputs costs, and no more


@pytest.mark.parametrize("shape", [(6,), (4, 6), (2, 3, 5, 6)], ids=["one_row", "a_batch", "four_axes"])
def test_any_leading_axes(yours, rng, shape):
    """Any number of axes may stand before the features, also none."""
    x, weight, bias = rng.normal(1.0, 2.0, shape), rng.normal(size=6), rng.normal(size=6)
    agree(yours(x, weight, bias), layer_norm(x, weight, bias))


def normalized(x, axis=-1, ddof=0, eps=0.0):
    """Centred and scaled along an axis, as one pleases."""
    return (x - x.mean(axis=axis, keepdims=True)) / np.sqrt(x.var(axis=axis, ddof=ddof, keepdims=True) + eps)


@mistake("You normalize over the first axis, the batch. Layer norm takes mean and variance of each row over its last axis.")
def normalizes_over_the_batch(x, weight, bias, eps=1e-5):
    return normalized(x, axis=0, eps=eps) * weight + bias


@mistake("You take one mean and one variance of the whole array. Each row along the last axis has its own: keep the other axes.")
def normalizes_over_everything(x, weight, bias, eps=1e-5):
    return normalized(x, axis=tuple(range(x.ndim)), eps=eps) * weight + bias


@mistake("You normalize over all axes but the first. The features are the last axis alone: every token has its own mean.")
def normalizes_over_the_sequence_too(x, weight, bias, eps=1e-5):
    return normalized(x, axis=tuple(range(1, x.ndim)) if x.ndim > 1 else 0, eps=eps) * weight + bias


@mistake("You divide the sum of squares by D - 1. Layer norm uses the population variance: divide by D (ddof=0, correction=0).")
def takes_the_sample_variance(x, weight, bias, eps=1e-5):
    return normalized(x, ddof=1, eps=eps) * weight + bias


@mistake("eps is added after the root. It belongs inside: the root of (variance + eps).")
def adds_eps_to_the_deviation(x, weight, bias, eps=1e-5):
    return (x - x.mean(-1, keepdims=True)) / (x.std(-1, keepdims=True) + eps) * weight + bias


@mistake("eps plays no part, so a constant row is 0 / 0. Add eps to the variance before you take the root.")
def forgets_eps(x, weight, bias, eps=1e-5):
    return normalized(x) * weight + bias


@mistake("eps is 1e-5 whatever is asked for. Use the argument; 1e-5 is only what it is when nobody gives it.")
def ignores_the_given_eps(x, weight, bias, eps=1e-5):
    return layer_norm(x, weight, bias, 1e-5)


@mistake("When no eps is given you use 1e-6. The default here, as in PyTorch, is 1e-5.")
def has_another_default_eps(x, weight, bias, eps=1e-6):
    return layer_norm(x, weight, bias, eps)


@mistake("You divide by the variance. Divide by its root, the standard deviation.")
def forgets_the_root(x, weight, bias, eps=1e-5):
    return (x - x.mean(-1, keepdims=True)) / (x.var(-1, keepdims=True) + eps) * weight + bias


@mistake("The mean is not taken away. That is RMS norm; layer norm centres every row before it divides.")
def does_not_centre(x, weight, bias, eps=1e-5):
    return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps) * weight + bias


@mistake("x is divided without being centred: you use the mean for the variance only. Divide x minus its mean.")
def divides_x_uncentred(x, weight, bias, eps=1e-5):
    return x / np.sqrt(x.var(-1, keepdims=True) + eps) * weight + bias


@mistake(
    "The variance is computed as the mean of the squares minus the square of the mean. When the mean is large, two huge numbers "
    "cancel and nothing is left. Centre first, then average the squares."
)
def subtracts_two_moments(x, weight, bias, eps=1e-5):
    mean = x.mean(-1, keepdims=True)
    variance = np.maximum(np.mean(x * x, axis=-1, keepdims=True) - mean * mean, 0)
    return (x - mean) / np.sqrt(variance + eps) * weight + bias


@mistake("weight is missing. After normalizing, each feature is multiplied by its own learnt scale.")
def forgets_the_weight(x, weight, bias, eps=1e-5):
    return layer_norm(x, weight * 0 + 1, bias, eps)


@mistake("bias is missing. After the scale, each feature gets its own learnt shift.")
def forgets_the_bias(x, weight, bias, eps=1e-5):
    return layer_norm(x, weight, bias * 0, eps)


@mistake("You add bias before you multiply by weight. First the scale, then the shift, which is not scaled.")
def scales_the_bias_too(x, weight, bias, eps=1e-5):
    return (normalized(x, eps=eps) + bias) * weight


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight, bias, eps=1e-5):
    return layer_norm(x.astype(np.float64), weight, bias, eps)


@mistake("x itself is centred in place. The residual connection still needs it: write into a new array.")
def overwrites_x(x, weight, bias, eps=1e-5):
    x -= x.mean(axis=-1, keepdims=True)
    return layer_norm(x, weight, bias, eps)


@right
def by_var(x, weight, bias, eps=1e-5):
    scale = weight / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    return scale * (x - x.mean(axis=-1, keepdims=True)) + bias


@right
def row_by_row(x, weight, bias, eps=1e-5):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape[:-1]):
        centred = x[place] - sum(x[place]) / len(weight)
        y[place] = weight * centred * (centred @ centred / len(weight) + eps) ** -0.5 + bias
    return y


@right
def by_a_centring_matrix(x, weight, bias, eps=1e-5):
    n = x.shape[-1]
    first = x - x[..., :1]  # any shift will do, and a matrix product is exact only for small numbers
    centred = first @ (np.eye(n, dtype=x.dtype) - np.full((n, n), 1 / n, dtype=x.dtype))
    return centred / np.sqrt(np.einsum("...i,...i->...", centred, centred)[..., None] / n + eps) * weight + bias
