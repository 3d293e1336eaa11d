"""Hidden tests of convolution/depthwise_conv2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.depthwise_conv2d import depthwise_conv2d

independent = "torch.conv2d(x, weight, bias, stride, padding, 1, x.shape[1])"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length, and stride and padding act together."""
    n, c, h, w, kh, kw = (1, 1, 3, 2, 3, 2) if size == "ones" else (2, 3, 7, 12, 4, 2)
    return rng.normal(size=(n, c, h, w)), rng.normal(size=(c, 1, kh, kw)), rng.normal(size=c), 2, 1


def integers(rng, kernel=(3, 2)):
    x, weight = rng.integers(-4, 5, (2, 3, 7, 5)).astype(float), rng.integers(-4, 5, (3, 1, *kernel)).astype(float)
    return x, weight, np.array([1.0, 2.0, 3.0])


def test_each_channel_by_itself(yours, rng):
    """Every channel is its own image with its own kernel."""
    x, weight, bias = integers(rng)
    y = yours(x, weight, bias)
    for c, i, j in np.ndindex(3, 5, 4):
        products = x[:, c, i : i + 3, j : j + 2] * weight[c, 0]
        agree(y[:, c, i, j], products.sum(axis=(1, 2)) + bias[c], exact=True, scale=1e3)


def test_channels_do_not_mix(yours, rng):
    """If only one channel of the image is not black, the others show nothing but their bias."""
    x, weight, bias = integers(rng)
    x[:, [0, 2]] = 0.0
    y = yours(x, weight, bias)
    agree(y[:, 0], np.full((2, 5, 4), 1.0), exact=True)
    agree(y[:, 2], np.full((2, 5, 4), 3.0), exact=True)


def test_stride_and_padding(yours, rng):
    """Stride moves the window, padding adds zeros on all four sides, and incomplete windows are left out."""
    arguments = integers(rng)
    for stride, padding in [(2, 0), (1, 2), (3, 1)]:
        agree(yours(*arguments, stride, padding), depthwise_conv2d(*arguments, stride, padding), exact=True)


def test_kernel_of_one(yours, rng):
    """A 1x1 kernel scales every channel by a number of its own."""
    x, weight, _ = integers(rng, (1, 1))
    agree(yours(x, weight, np.zeros(3)), x * weight[:, 0], exact=True)


def test_single_one_in_the_kernel(yours, rng):
    """A kernel with a single 1 copies the pixels under it."""
    x, weight, _ = integers(rng)
    weight[:] = 0.0
    weight[:, 0, 0, 1] = 1.0
    agree(yours(x, weight, np.zeros(3)), x[:, :, :5, 1:], exact=True)


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel exactly as large as the padded image fits once."""
    for padding in (0, 1):
        arguments = integers(rng, (7 + 2 * padding, 5 + 2 * padding))
        agree(yours(*arguments, padding=padding), depthwise_conv2d(*arguments, padding=padding), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x, _, bias = integers(rng)
    for argument, shape, stride, padding in [
        ("stride", (3, 1, 3, 2), -1, 0),
        ("stride", (3, 1, 3, 2), 0, 0),
        ("padding", (3, 1, 3, 2), 1, -1),
        ("channels|weight", (1, 1, 3, 2), 1, 0),
        ("channels|weight", (6, 1, 3, 2), 1, 0),
        ("channels|weight", (3, 3, 3, 2), 1, 0),
        ("channels|weight", (3, 0, 3, 2), 1, 0),
        ("kernel|weight", (3, 1, 8, 5), 1, 0),
        ("kernel|weight", (3, 1, 7, 6), 2, 0),
        ("kernel|weight", (3, 1, 10, 2), 1, 1),
        ("kernel|weight", (3, 1, 3, 8), 1, 1),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, np.ones(shape), bias, stride, padding)


@mistake("The channels are added up, as in an ordinary layer. Each output channel sees only the channel of the same number.")
def sums_over_the_channels(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    mixed = np.repeat(x.sum(axis=1, keepdims=True), x.shape[1], axis=1)
    return depthwise_conv2d(mixed, weight, bias, stride, padding)


@mistake("The result has a single channel: all of them are added up. As many come out as go in, each by itself.")
def returns_one_channel(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, bias, stride, padding).sum(axis=1, keepdims=True)


@mistake("All channels use the first kernel. Each channel has its own: weight[c, 0].")
def uses_the_first_kernel(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x, np.repeat(weight[:1], len(weight), axis=0), bias, stride, padding)


@mistake("Only the first channel of the image is used, for all kernels. Channel c of the output sees channel c of the image.")
def uses_the_first_channel(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(np.repeat(x[:, :1], x.shape[1], axis=1), weight, bias, stride, padding)


@mistake("Every pixel is the same kernel's sum divided by its size: a mean. The products are added up.")
def averages_the_products(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight / weight[0].size, bias, stride, padding)


@mistake("Your kernels are flipped, as in true convolution. Use them as they are.")
def flips_the_kernels(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight[:, :, ::-1, ::-1], bias, stride, padding)


@mistake("The bias is missing: add bias[c] to every pixel of channel c.")
def forgets_the_bias(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, 0 * bias, stride, padding)


@mistake("All biases are added to every channel. Each channel has a bias of its own: bias[c].")
def adds_all_the_biases(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, 0 * bias + bias.sum(), stride, padding)


@mistake("Stride has no effect: the window moves by one pixel. Step it by `stride` rows and `stride` columns.")
def ignores_the_stride(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x, weight, bias, 1, padding)


@mistake("Padding has no effect. Put that many rows and columns of zeros on each of the four sides.")
def ignores_the_padding(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    rows = max(weight.shape[2] - x.shape[2], 0)
    return depthwise_conv2d(x, weight[:, :, rows:, -x.shape[3] :], bias, stride)


@mistake("You add zeros at the bottom and right only. Padding goes on all four sides: top, bottom, left and right.")
def pads_one_side(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding))), weight, bias, stride)


@mistake("A single kernel is used for all channels. There must be one for each: compare the numbers, and raise a ValueError.")
def spreads_a_single_kernel(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight if len(weight) > 1 else weight.repeat(x.shape[1], axis=0), bias, stride, padding)


@mistake(
    "The weight of an ordinary layer passes, and most of it goes unused. Its second axis must have length 1: raise a ValueError."
)
def takes_the_weight_of_an_ordinary_layer(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight[:, :1], bias, stride, padding)


@mistake("The result is always float64. Keep the dtype of x: make new arrays with dtype=x.dtype.")
def returns_float64(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, bias, stride, padding).astype(np.float64)


@mistake("Bad arguments pass unnoticed. Check stride, padding, channels and kernel size first, and raise a ValueError.")
def checks_nothing(x, weight, bias, stride=1, padding=0):
    try:
        return depthwise_conv2d(x, weight, bias, stride, padding)
    except ValueError:
        return np.zeros((*x.shape[:2], 0, 0), dtype=x.dtype)


def padded_image(x, weight, stride, padding):
    """The padded image and the size of the output, or an error."""
    for name, fine in {"stride": stride > 0, "padding": padding >= 0, "channels": weight.shape[:2] == (x.shape[1], 1)}.items():
        if not fine:
            raise ValueError(f"{name} is wrong")
    big = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = ((big.shape[a] - weight.shape[a]) // stride + 1 for a in (2, 3))
    if oh < 1 or ow < 1:
        raise ValueError("kernel is too large")
    return big, oh, ow


@right
def window_by_window(x, weight, bias, stride=1, padding=0):
    big, oh, ow = padded_image(x, weight, stride, padding)
    y = np.empty((*x.shape[:2], oh, ow), dtype=x.dtype)
    for i, j in np.ndindex(oh, ow):
        window = big[:, :, i * stride : i * stride + weight.shape[2], j * stride : j * stride + weight.shape[3]]
        y[:, :, i, j] = (window * weight[:, 0]).sum(axis=(2, 3)) + bias
    return y


@right
def kernel_position_by_position(x, weight, bias, stride=1, padding=0):
    big, oh, ow = padded_image(x, weight, stride, padding)
    y = 0
    for u, v in np.ndindex(*weight.shape[2:]):
        part = big[:, :, u : u + stride * oh : stride, v : v + stride * ow : stride][:, :, :oh, :ow]
        y = y + part * weight[:, :, u, v, None]
    return y + bias[:, None, None]


@right
def as_an_ordinary_layer_with_zeros(x, weight, bias, stride=1, padding=0):
    big, _, _ = padded_image(x, weight, stride, padding)
    dense = np.eye(x.shape[1], dtype=x.dtype)[:, :, None, None] * weight  # (C, C, KH, KW), all but the diagonal is 0
    windows = np.lib.stride_tricks.sliding_window_view(big, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, dense) + bias.reshape(-1, 1, 1)
