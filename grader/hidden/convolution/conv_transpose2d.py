"""Hidden tests of convolution/conv_transpose2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.conv_transpose2d import conv_transpose2d

independent = "torch.nn.functional.conv_transpose2d(x, weight, bias, stride, padding, output_padding)"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length; stamps overlap in the columns, and all three sizes act together."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1, 2)), rng.normal(size=(1, 1, 2, 1)), rng.normal(size=1), 1, 0, 0
    return rng.normal(size=(2, 3, 5, 6)), rng.normal(size=(3, 4, 3, 5)), rng.normal(size=4), 3, 1, 2


def integers(rng, x=(2, 3, 4, 5), weight=(3, 4, 3, 2)):
    """Whole numbers: images, kernels, biases."""
    return rng.integers(-4, 5, x).astype(float), rng.integers(-4, 5, weight).astype(float), np.arange(1.0, 1.0 + weight[1])


def test_one_pixel_stamps_the_kernel(yours, rng):
    """A single bright pixel stamps the kernel, unflipped, at its place times the stride."""
    _, weight, _ = integers(rng, weight=(1, 2, 3, 2))
    x, want = np.zeros((1, 1, 4, 3)), np.zeros((2, 9, 6))
    x[0, 0, 2, 1] = 2.0
    want[:, 4:7, 2:4] = 2.0 * weight[0]
    agree(yours(x, weight, np.zeros(2), stride=2)[0], want, exact=True)


def test_overlapping_stamps_add_up(yours, rng):
    """Where stamps overlap they add up: a kernel of ones counts how many of them there are."""
    counts = yours(np.ones((1, 1, 2, 3)), np.ones((1, 1, 3, 3)), np.zeros(1), stride=2)
    agree(counts[0, 0], np.outer([1.0, 1, 2, 1, 1], [1.0, 1, 2, 1, 2, 1, 1]), exact=True)


def test_repeats_every_pixel(yours, rng):
    """A kernel of ones, as large as the stride, repeats every pixel: the image in blocks."""
    x, _, _ = integers(rng, (2, 1, 3, 4))
    agree(yours(x, np.ones((1, 1, 3, 3)), np.zeros(1), stride=3), x.repeat(3, axis=2).repeat(3, axis=3), exact=True)


def test_values(yours, rng):
    """Whole numbers in, exactly the right whole numbers out, for every stride and padding."""
    for options in [
        {},
        {"stride": 2},
        {"padding": 2},
        {"stride": 3, "padding": 1},
        {"stride": 3, "padding": 1, "output_padding": 2},
    ]:
        arguments = integers(rng)
        agree(yours(*arguments, **options), conv_transpose2d(*arguments, **options), exact=True)


def test_is_the_transpose_of_the_convolution(yours, rng):
    """It is the transpose of a convolution: <y, transposed(x)> = <convolution(y), x> for all images x and y."""
    for stride, padding, output_padding in [(1, 0, 0), (3, 1, 2)]:
        x, weight, _ = integers(rng)
        up = yours(x, weight, np.zeros(4), stride, padding, output_padding)
        y = rng.integers(-4, 5, up.shape).astype(float)
        framed = np.zeros((*y.shape[:2], y.shape[2] + 2 * padding, y.shape[3] + 2 * padding))
        framed[:, :, padding : padding + y.shape[2], padding : padding + y.shape[3]] = y
        windows = np.lib.stride_tricks.sliding_window_view(framed, (3, 2), axis=(2, 3))[:, :, ::stride, ::stride]
        down = np.einsum("nohwuv,couv->nchw", windows, weight)
        agree(np.sum(y * up), np.sum(down * x), exact=True, scale=np.abs(y * up).sum())


def test_output_padding(yours, rng):
    """output_padding adds rows at the bottom and columns on the right that hold the bias only, if no padding cuts them off."""
    x, weight, bias = integers(rng)
    plain, y = conv_transpose2d(x, weight, bias, 3), yours(x, weight, bias, 3, 0, 2)
    agree(y[:, :, :-2, :-2], plain, exact=True)
    edges = np.broadcast_to(bias[:, None], (2, 4, y.shape[3]))
    agree(y[:, :, -1], edges, exact=True)
    agree(y[:, :, :2, -1], edges[..., :2], exact=True)


def test_kernel_of_one(yours, rng):
    """A 1x1 kernel mixes the channels of each pixel; it does not matter that there are as many before as after."""
    x, weight, bias = integers(rng, weight=(3, 3, 1, 1))
    agree(yours(x, weight, bias), np.einsum("nchw,co->nohw", x, weight[:, :, 0, 0]) + bias[:, None, None], exact=True)


def test_padding_that_leaves_one_pixel(yours, rng):
    """Padding may cut off everything but the middle."""
    arguments = integers(rng, (1, 2, 1, 1), (2, 3, 5, 5))
    agree(yours(*arguments, padding=2), conv_transpose2d(*arguments, padding=2), exact=True)
    arguments = integers(rng, (1, 2, 2, 2), (2, 3, 3, 3))
    agree(yours(*arguments, stride=2, padding=2), conv_transpose2d(*arguments, stride=2, padding=2), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x, _, bias = integers(rng)
    for argument, depth, stride, padding, output_padding in [
        ("stride", 3, -1, 0, 0),
        ("stride", 3, 0, 0, 0),
        ("padding", 3, 1, -1, 0),
        ("output_padding", 3, 2, 0, -1),
        ("output_padding", 3, 2, 0, 2),
        ("output_padding", 3, 1, 0, 1),
        ("channels", 1, 1, 0, 0),
        ("channels", 4, 1, 0, 0),
        ("padding", 3, 1, 3, 0),
    ]:
        with pytest.raises(ValueError, match=rf"\b{argument}\b"):
            yours(x, np.ones((depth, 4, 3, 2)), bias, stride, padding, output_padding)
    for shape in [(3, 4, 5, 2), (3, 4, 3, 4)]:
        with pytest.raises(ValueError, match="padding"):
            yours(x, np.ones(shape), bias, padding=3)


def full(x, weight, stride, output_padding=0, bias=None):
    """All the stamps, nothing cut off."""
    return conv_transpose2d(x, weight, np.zeros(weight.shape[1], x.dtype) if bias is None else bias, stride, 0, output_padding)


@mistake("The kernel is flipped. Each pixel stamps it as it is; it is the convolution's gathering that looks flipped from here.")
def flips_the_kernel(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight[:, :, ::-1, ::-1], bias, stride, padding, output_padding)


@mistake("Where stamps overlap, the last one overwrites the others. They add up: use += in place of =.")
def overwrites_where_stamps_overlap(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = np.zeros_like(full(x, weight, stride, output_padding))
    for i, j in np.ndindex(x.shape[2:]):
        stamp = np.einsum("nc,couv->nouv", x[:, :, i, j], weight)
        z[:, :, i * stride : i * stride + weight.shape[2], j * stride : j * stride + weight.shape[3]] = stamp
    return z[:, :, padding : padding + y.shape[2], padding : padding + y.shape[3]] + bias[:, None, None]


@mistake("Padding makes your output larger. It undoes the padding of a convolution: cut rows and columns off on each side.")
def adds_the_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    around = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    return np.pad(full(x, weight, stride, output_padding), around) + bias[:, None, None]


@mistake("Padding has no effect. Cut that many rows and columns off on each of the four sides.")
def ignores_the_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)


@mistake("The size is right, but all that is cut off is cut at the bottom and right. Cut as much at the top and left.")
def cuts_one_side_only(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)[:, :, : y.shape[2], : y.shape[3]]


@mistake("Without padding your output is empty: a slice from 0 to -0 holds nothing. Cut up to the size minus padding.")
def cuts_up_to_minus_zero(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)[:, :, padding:-padding, padding:-padding]


@mistake("output_padding has no effect. It adds rows at the bottom and columns on the right, before the padding is cut off.")
def ignores_output_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return conv_transpose2d(x, weight, bias, stride, padding)


@mistake("The rows and columns of output_padding are at the top and left. They belong at the bottom and on the right.")
def puts_output_padding_in_front(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    moved = np.pad(full(x, weight, stride), ((0, 0), (0, 0), (output_padding, 0), (output_padding, 0)))
    return moved[:, :, padding : padding + y.shape[2], padding : padding + y.shape[3]] + bias[:, None, None]


@mistake(
    "The rows and columns of output_padding are added as zeros after the rest is done. They come before padding is cut off, so "
    "that it cuts fewer stamps, and get the bias as well."
)
def adds_output_padding_last(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = full(x, weight, stride, 0, bias)
    z = z[:, :, padding : z.shape[2] - padding, padding : z.shape[3] - padding]
    return np.pad(z, ((0, 0), (0, 0), (0, output_padding), (0, output_padding)))


@mistake(
    "Stride has no effect: stamps lie one pixel apart. The stamp of pixel (i, j) begins at row i * stride, column j * stride."
)
def ignores_the_stride(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = np.pad(full(x, weight, 1), ((0, 0), (0, 0), (0, output_padding), (0, output_padding)))
    return z[:, :, padding : z.shape[2] - padding, padding : z.shape[3] - padding] + bias[:, None, None]


@mistake(
    "You take the weight for (C_out, C_in, KH, KW), as in a convolution. Here input channels come first: (C_in, C_out, KH, KW)."
)
def takes_output_channels_first(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight.swapaxes(0, 1), bias, stride, padding, output_padding)


@mistake("Channels are mixed up: the weight is reshaped to (C_out, C_in, ...). Move its axes with a transpose, not a reshape.")
def reshapes_the_weight(x, weight, bias, stride=1, padding=0, output_padding=0):
    first, second, *size = weight.shape
    mixed = weight.reshape(second, first, *size).swapaxes(0, 1)
    return conv_transpose2d(x, mixed, bias, stride, padding, output_padding)


@mistake("The bias is missing: add bias[o] to every pixel of output channel o, stamped or not.")
def forgets_the_bias(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight, 0 * bias, stride, padding, output_padding)


@mistake("The bias is added with every stamp, so it adds up where stamps overlap. Add it once to each pixel, at the end.")
def adds_the_bias_with_every_stamp(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, 0 * bias, stride, padding, output_padding)
    some = np.broadcast_to(bias[:, None, None], weight.shape[1:])[None].astype(x.dtype)
    return y + conv_transpose2d(np.ones_like(x[:, :1]), some, 0 * bias, stride, padding, output_padding)


@mistake("The result is always float64. Keep the dtype of x: make the empty image with dtype=x.dtype.")
def returns_float64(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight, bias, stride, padding, output_padding).astype(np.float64)


@mistake("output_padding may be as large as the stride. That much would be one more pixel of input: refuse it with a ValueError.")
def allows_any_output_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    if output_padding < stride or stride < 1:
        return conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return np.pad(conv_transpose2d(x, weight, bias, stride, padding), ((0, 0), (0, 0), (0, output_padding), (0, output_padding)))


@mistake("A weight with a single input channel is used for all channels of x. Compare the channels first, and raise ValueError.")
def spreads_a_single_channel(x, weight, bias, stride=1, padding=0, output_padding=0):
    wide = weight if len(weight) > 1 else weight.repeat(x.shape[1], axis=0)
    return conv_transpose2d(x, wide, bias, stride, padding, output_padding)


@mistake("Bad arguments pass unnoticed. Check them first, and raise a ValueError that names the argument.")
def checks_nothing(x, weight, bias, stride=1, padding=0, output_padding=0):
    try:
        return conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    except ValueError:
        return np.zeros((len(x), weight.shape[1], 0, 0), dtype=x.dtype)


def refuse(x, weight, stride, padding, output_padding):
    """The size of the output, or an error."""
    if stride < 1:
        raise ValueError("stride")
    if output_padding not in range(stride):
        raise ValueError("output_padding")
    if x.shape[1] != weight.shape[0]:
        raise ValueError("channels")
    size = [(x.shape[a] - 1) * stride - 2 * padding + weight.shape[a] + output_padding for a in (2, 3)]
    if padding < 0 or min(size) < 1:
        raise ValueError("padding")
    return size


@right
def stamp_by_stamp(x, weight, bias, stride=1, padding=0, output_padding=0):
    oh, ow = refuse(x, weight, stride, padding, output_padding)
    z = np.zeros((len(x), weight.shape[1], oh + 2 * padding, ow + 2 * padding), dtype=x.dtype)
    for i, j in np.ndindex(x.shape[2:]):
        here = np.s_[:, :, i * stride : i * stride + weight.shape[2], j * stride : j * stride + weight.shape[3]]
        z[here] += np.tensordot(x[:, :, i, j], weight, axes=1)
    return z[:, :, padding : padding + oh, padding : padding + ow] + bias.reshape(-1, 1, 1)


@right
def as_a_convolution_of_a_spread_image(x, weight, bias, stride=1, padding=0, output_padding=0):
    oh, ow = refuse(x, weight, stride, padding, output_padding)
    (n, c, h, w), (kh, kw) = x.shape, weight.shape[2:]
    spread = np.zeros((n, c, oh + 2 * padding + kh - 1, ow + 2 * padding + kw - 1), dtype=x.dtype)  # zeros between and around
    spread[:, :, kh - 1 : kh - 1 + h * stride : stride, kw - 1 : kw - 1 + w * stride : stride] = x
    windows = np.lib.stride_tricks.sliding_window_view(spread, (kh, kw), axis=(2, 3))
    y = np.einsum("nchwuv,couv->nohw", windows, weight[:, :, ::-1, ::-1])
    return y[:, :, padding : padding + oh, padding : padding + ow] + bias[:, None, None]


@right
def pixel_of_the_output_by_pixel(x, weight, bias, stride=1, padding=0, output_padding=0):
    oh, ow = refuse(x, weight, stride, padding, output_padding)
    y = np.zeros((len(x), weight.shape[1], oh, ow), dtype=x.dtype) + bias[:, None, None]
    for r, q in np.ndindex(oh, ow):
        for u, v in np.ndindex(*weight.shape[2:]):
            i, outside = divmod(r + padding - u, stride)
            j, beside = divmod(q + padding - v, stride)
            if outside == beside == 0 and 0 <= i < x.shape[2] and 0 <= j < x.shape[3]:
                y[:, :, r, q] += x[:, :, i, j] @ weight[:, :, u, v]
    return y
