"""Hidden tests of normalization/batchnorm2d_forward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.batchnorm2d_forward import batchnorm2d_forward

independent = "torch.batch_norm(x, weight, bias, None, None, True, 0.1, eps, False)"


def sample(rng, size="small"):
    """Images and channels at levels of their own; an eps that shows where it stands; never one number per channel."""
    shape = (2, 1, 1, 1) if size == "ones" else (2, 3, 4, 5)
    x = rng.normal(size=shape) * 2 + rng.normal(size=(*shape[:2], 1, 1))
    return x, rng.normal(size=shape[1]), rng.normal(size=shape[1]), 0.3


def test_channel_by_hand(yours, rng):
    """The numbers 1, 3 of one image and 5, 7 of the other have mean 4 and variance 5; with eps = 4 they are divided by 3."""
    x = np.array([[[[1.0], [3.0]], [[2.0], [2.0]]], [[[5.0], [7.0]], [[2.0], [2.0]]]])
    y = yours(x, np.array([6.0, -1.0]), np.array([1.0, 0.25]), 4.0)
    agree(y, np.array([[[[-5.0], [-1.0]], [[0.25], [0.25]]], [[[3.0], [7.0]], [[0.25], [0.25]]]]))


def test_mean_is_bias_and_deviation_is_weight(yours, rng):
    """With weight 2 and bias 5 every channel comes out with mean 5 and standard deviation 2, over batch and positions."""
    y = yours(rng.normal(3.0, 4.0, (3, 2, 5, 7)), np.array([2.0, 2.0]), np.array([5.0, 5.0]), 1e-12)
    agree((y.mean(axis=(0, 2, 3)), y.std(axis=(0, 2, 3))), (np.array([5.0, 5.0]), np.array([2.0, 2.0])))


def test_positions_are_samples(yours, rng):
    """Shuffling the pixels of a channel, over all images, shuffles its output the same way and changes no number."""
    x, weight, bias, eps = sample(rng)
    order = rng.permutation(2 * 4 * 5)

    def shuffled(a):
        return np.moveaxis(np.moveaxis(a, 1, 3).reshape(-1, 3)[order].reshape(2, 4, 5, 3), 3, 1)

    agree(yours(shuffled(x), weight, bias, eps), shuffled(batchnorm2d_forward(x, weight, bias, eps)))


def test_channels_do_not_see_each_other(yours, rng):
    """What one channel looks like changes nothing in the others."""
    x, weight, bias, eps = sample(rng)
    other = x.copy()
    other[:, 1] *= 50
    agree(yours(other, weight, bias, eps)[:, [0, 2]], batchnorm2d_forward(x, weight, bias, eps)[:, [0, 2]])


def test_scale_and_shift_belong_to_channels(yours, rng):
    """Weight and bias go by the second axis, also where all axes are equally long."""
    x, weight, bias = rng.normal(1.0, 2.0, (3, 3, 3, 3)), rng.normal(size=3), rng.normal(size=3)
    agree(yours(x, weight, bias), batchnorm2d_forward(x, weight, bias))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-5: it matters where the variance is as small."""
    x = np.array([1e-3, -1e-3, 1e-3, -1e-3]).reshape(2, 1, 1, 2)
    agree(yours(x, np.array([2.0]), np.array([0.0])), 2 * x / np.sqrt(1.1e-5))


def test_mean_much_larger_than_spread(yours, rng):
    """Channels at 2**30 with a spread of a few units are normalized like the same channels at zero."""
    x = np.array([[-3.0, 1.0], [-1.0, -3.0], [1.0, 3.0], [3.0, -1.0]]).reshape(4, 2, 1, 1)
    y = yours(x + 2.0**30, np.array([1.0, -2.0]), np.array([0.0, 1.0]))
    at_zero = batchnorm2d_forward(x, np.array([1.0, -2.0]), np.array([0.0, 1.0]))
    agree(y, at_zero, scale=2.0**30)  # what rounding such inputs costs, and no more


def test_few_numbers(yours, rng):
    """One image is enough if it has two pixels, and one pixel is enough if there are two images."""
    weight, bias = np.array([1.0, 2.0]), np.array([3.0, -1.0])
    batches = [rng.normal(size=shape) for shape in [(1, 2, 3, 4), (1, 2, 2, 1), (1, 2, 1, 2), (2, 2, 1, 1)]]
    agree([yours(x, weight, bias) for x in batches], [batchnorm2d_forward(x, weight, bias) for x in batches])


def test_one_number_per_channel(yours, rng):
    """One image of one pixel has no spread: it raises a ValueError that names x."""
    with pytest.raises(ValueError, match=r"\bx\b"):
        yours(rng.normal(size=(1, 3, 1, 1)), rng.normal(size=3), rng.normal(size=3))


def normalized(x, axis, eps, ddof=0):
    """Normalized over some of the axes; refused as the reference refuses."""
    if x[:, 0].size < 2:
        raise ValueError("x has a single number per channel")
    return (x - x.mean(axis=axis, keepdims=True)) / np.sqrt(x.var(axis=axis, ddof=ddof, keepdims=True) + eps)


def scaled(y, weight, bias):
    return y * weight[:, None, None] + bias[:, None, None]


@mistake("Every pixel has statistics of its own: you average over the batch alone. Average over the positions too: axes 0, 2, 3.")
def normalizes_each_pixel(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, 0, eps), weight, bias)


@mistake("Every image is normalized by itself, which is instance norm. The statistics are taken over the batch as well.")
def normalizes_each_image(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (2, 3), eps), weight, bias)


@mistake("You average over the channels, which is layer norm of an image. Channels are kept apart: average over axes 0, 2, 3.")
def normalizes_over_the_channels(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (1, 2, 3), eps), weight, bias)


@mistake("One mean and one variance for everything. Each channel has its own: keep the second axis.")
def normalizes_over_everything(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 1, 2, 3), eps), weight, bias)


@mistake("You average as if the channels were the last axis. In PyTorch's layout, (N, C, H, W), they are the second.")
def takes_the_last_axis_for_channels(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 1, 2), eps), weight, bias)


@mistake("You average the variances of the images. The variance of a channel is measured from its mean over the whole batch.")
def averages_the_variances(x, weight, bias, eps=1e-5):
    if x[:, 0].size < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    variance = x.var(axis=(2, 3)).mean(axis=0)[:, None, None]
    return scaled((x - x.mean(axis=(0, 2, 3), keepdims=True)) / np.sqrt(variance + eps), weight, bias)


@mistake("Weight and bias go by the last axis, the width. They belong to channels: reshape them to (C, 1, 1).")
def scales_the_last_axis(x, weight, bias, eps=1e-5):
    return normalized(x, (0, 2, 3), eps) * weight + bias


@mistake("You divide the sum of squares by one less than the count. The batch is normalized by the population variance.")
def takes_the_sample_variance(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 2, 3), eps, ddof=1), weight, bias)


@mistake("You divide the sum of squares by the size of the batch. There are N times H times W numbers in a channel.")
def divides_by_the_batch_size(x, weight, bias, eps=1e-5):
    if x[:, 0].size < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    centred = x - x.mean(axis=(0, 2, 3), keepdims=True)
    return scaled(centred / np.sqrt(np.sum(centred**2, axis=(0, 2, 3), keepdims=True) / len(x) + eps), weight, bias)


@mistake("eps is added after the root. It belongs inside: the root of (variance + eps).")
def adds_eps_to_the_deviation(x, weight, bias, eps=1e-5):
    std = x.std(axis=(0, 2, 3), keepdims=True)
    return batchnorm2d_forward(x, weight, bias, (std + eps) ** 2 - std**2)


@mistake("eps plays no part, so a constant channel is 0 / 0. Add eps to the variance before you take the root.")
def forgets_eps(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, bias, 0.0)


@mistake("When no eps is given you use the 1e-3 of Keras. The default here, as in PyTorch, is 1e-5.")
def has_the_eps_of_keras(x, weight, bias, eps=1e-3):
    return batchnorm2d_forward(x, weight, bias, eps)


@mistake(
    "The variance is computed as the mean of the squares minus the square of the mean. When the mean is large, two huge numbers "
    "cancel and nothing is left. Centre first, then average the squares."
)
def subtracts_two_moments(x, weight, bias, eps=1e-5):
    if x[:, 0].size < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    variance = np.maximum(np.mean(x * x, axis=(0, 2, 3), keepdims=True) - mean * mean, 0)
    return scaled((x - mean) / np.sqrt(variance + eps), weight, bias)


@mistake("weight is missing. After normalizing, each channel is multiplied by its own learnt scale.")
def forgets_the_weight(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight * 0 + 1, bias, eps)


@mistake("bias is missing. After the scale, each channel gets its own learnt shift.")
def forgets_the_bias(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, bias * 0, eps)


@mistake("One number per channel gives the bias, whatever it was. It has no spread to learn from: raise a ValueError naming x.")
def accepts_a_single_number(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, bias, eps) if x[:, 0].size > 1 else 0 * x + bias[:, None, None]


@mistake("You refuse a single image. It is enough where it has two pixels or more: count the numbers of a channel, N * H * W.")
def refuses_a_single_image(x, weight, bias, eps=1e-5):
    if len(x) < 2:
        raise ValueError("x has a single image")
    return batchnorm2d_forward(x, weight, bias, eps)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x.astype(np.float64), weight, bias, eps)


@mistake("x itself is centred in place. The backward pass still needs it: write into a new array.")
def overwrites_x(x, weight, bias, eps=1e-5):
    y = batchnorm2d_forward(x, weight, bias, eps)
    x -= x.mean(axis=(0, 2, 3), keepdims=True)
    return y


@right
def as_a_dense_layer(x, weight, bias, eps=1e-5):
    rows = np.moveaxis(x, 1, 3).reshape(-1, x.shape[1])
    if len(rows) == 1:
        raise ValueError("x: one number per channel")
    rows = (rows - rows.mean(axis=0)) / np.sqrt(rows.var(axis=0) + eps) * weight + bias
    n, c, h, w = x.shape
    return np.moveaxis(rows.reshape(n, h, w, c), 3, 1)


@right
def channel_by_channel(x, weight, bias, eps=1e-5):
    y = np.zeros_like(x)
    for c in range(x.shape[1]):
        if x[:, c].size == 1:
            raise ValueError("x")
        part = x[:, c] - np.mean(x[:, c])
        y[:, c] = part * (weight[c] * (np.sum(part * part) / part.size + eps) ** -0.5) + bias[c]
    return y
