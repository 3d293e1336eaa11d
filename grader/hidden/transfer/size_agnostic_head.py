"""Hidden tests of transfer/size_agnostic_head."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transfer.size_agnostic_head import size_agnostic_head

independent = "F.linear(torch.nn.AdaptiveAvgPool2d(1)(x).flatten(1), weight, bias)"


def sample(rng, size="small"):
    """Two images, three channels, four by five pixels, six classes."""
    n, c, h, w, k = (1, 1, 1, 1, 1) if size == "ones" else (2, 3, 4, 5, 6)
    return rng.normal(size=(n, c, h, w)) + 1.0, rng.normal(size=(k, c)), rng.normal(size=k)


@pytest.mark.parametrize("side", [1, 2, 7, 13])
def test_any_size(yours, rng, side):
    """The same head takes maps of any size, and a constant map gets the same logits whatever its size."""
    x = np.zeros((2, 2, side, side + 1)) + np.array([[[[3.0]], [[-1.0]]], [[[0.5]], [[4.0]]]])
    want = np.array([[8.0, -3.5, 0.0], [8.0, 14.0, -55.0]])
    agree(yours(x, np.array([[2.0, 1.0], [-1.0, 3.0], [6.0, -8.0]]), np.array([3.0, 2.5, -26.0])), want)


def test_place_does_not_matter(yours, rng):
    """Where in the image something is seen makes no difference: shuffling the pixels changes nothing."""
    x, weight, bias = sample(rng)
    shuffled = rng.permuted(x.reshape(2, 3, 20), axis=2).reshape(2, 3, 5, 4)
    agree(yours(shuffled, weight, bias), size_agnostic_head(x, weight, bias))


def test_images_apart(yours, rng):
    """Each image gets the logits that it gets alone, and alone it keeps its axis."""
    x, weight, bias = sample(rng)
    agree(yours(x[1:], weight, bias), size_agnostic_head(x, weight, bias)[1:])


def test_empty_map(yours, rng):
    """A map of zeros leaves the bias."""
    _, weight, bias = sample(rng)
    agree(yours(np.zeros((2, 3, 2, 7)), weight, bias), np.stack([bias, bias]))


@pytest.mark.parametrize("columns", [2, 4])
def test_wrong_number_of_channels(yours, rng, columns):
    """A weight that does not fit the channels raises a ValueError that names it."""
    x, _, bias = sample(rng)
    with pytest.raises(ValueError, match="weight"):
        yours(x, rng.normal(size=(6, columns)), bias)


@mistake("You sum over the pixels, so that a larger image gets larger logits. Take the mean.")
def sums_the_pixels(x, weight, bias):
    return size_agnostic_head(x * (x.shape[2] * x.shape[3]), weight, bias)


@mistake("You take the maximum over the pixels. Global average pooling takes the mean.")
def pools_the_maximum(x, weight, bias):
    return size_agnostic_head(x.max((2, 3), keepdims=True), weight, bias)


@mistake("You average over the rows only and keep one column of the map. The mean is over height and width.")
def pools_the_height_only(x, weight, bias):
    return size_agnostic_head(x[:, :, :, :1], weight, bias)


@mistake("You divide by 49, the pixels of a map of 7 by 7. Divide by the number of pixels that there are.")
def divides_by_a_constant(x, weight, bias):
    return size_agnostic_head(x * (x.shape[2] * x.shape[3] / 49), weight, bias)


@mistake("The mean is over the images as well, so that all get the same logits. Leave the first axis alone.")
def mixes_the_images(x, weight, bias):
    return size_agnostic_head(np.zeros_like(x) + x.mean(0), weight, bias)


@mistake("The mean is over the channels as well, and every class sees the same number. Leave the second axis alone.")
def mixes_the_channels(x, weight, bias):
    return size_agnostic_head(np.zeros_like(x) + x.mean(1, keepdims=True), weight, bias)


@mistake("A single image loses its axis, because you squeeze. The result always has the shape (N, K).")
def loses_the_axis_of_one_image(x, weight, bias):
    logits = size_agnostic_head(x, weight, bias)
    return logits[0] if len(logits) == 1 else logits


@mistake("The bias is missing. Add one number for each class.")
def forgets_the_bias(x, weight, bias):
    return size_agnostic_head(x, weight, 0 * bias)


@mistake("You flatten the map, so the head fits one size only. Average over the pixels first.")
def flattens_the_map(x, weight, bias):
    return x.reshape(len(x), -1) @ weight.T + bias


@mistake("A weight with the wrong number of columns goes on until something else fails. Raise a ValueError that names weight.")
def checks_nothing(x, weight, bias):
    channels = min(x.shape[1], weight.shape[1])
    return size_agnostic_head(x[:, :channels], weight[:, :channels], bias)


@mistake("A float32 input comes back as float64. Do not convert the inputs.")
def returns_float64(x, weight, bias):
    return size_agnostic_head(x.astype(np.float64), weight.astype(np.float64), bias.astype(np.float64))


@right
def linear_layer_first(x, weight, bias):
    """Both steps are linear: a 1 x 1 convolution, and the mean of its maps."""
    if x.shape[1] != weight.shape[1]:
        raise ValueError("weight does not fit")
    return (np.einsum("nchw,kc->nkhw", x, weight) + bias[:, None, None]).mean((2, 3))


@right
def image_by_image(x, weight, bias):
    if len(weight[0]) != len(x[0]):
        raise ValueError(f"weight has {len(weight[0])} columns")
    logits = np.empty((len(x), len(weight)), x.dtype)
    for n, image in enumerate(x):
        pooled = np.array([channel.sum() / channel.size for channel in image])
        for k in range(len(weight)):
            logits[n, k] = (weight[k] * pooled).sum() + bias[k]
    return logits
