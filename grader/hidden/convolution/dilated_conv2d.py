"""Hidden tests of convolution/dilated_conv2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.dilated_conv2d import dilated_conv2d

independent = "torch.conv2d(x, weight, bias, stride, padding, dilation)"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length, and stride, padding and dilation are three different numbers."""
    if size == "ones":
        return rng.normal(size=(1, 1, 5, 1)), rng.normal(size=(1, 1, 2, 1)), rng.normal(size=1), 1, 0, 3
    return rng.normal(size=(2, 3, 10, 13)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4), 2, 1, 3


def integers(rng, kernel=(3, 2)):
    x, weight = rng.integers(-4, 5, (2, 3, 9, 7)).astype(float), rng.integers(-4, 5, (4, 3, *kernel)).astype(float)
    return x, weight, np.arange(1.0, 5.0)


def test_every_second_pixel(yours, rng):
    """With a dilation of 2 a window sees every second row and column."""
    x, weight, bias = integers(rng)
    y = yours(x, weight, bias, dilation=2)
    for i, j in np.ndindex(5, 5):
        window = x[:, :, [i, i + 2, i + 4]][:, :, :, [j, j + 2]]
        agree(y[:, :, i, j], np.tensordot(window, weight, axes=((1, 2, 3), (1, 2, 3))) + bias, exact=True)


def test_without_dilation(yours, rng):
    """A dilation of 1, the default, is the ordinary layer."""
    x, weight, bias = integers(rng)
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 2), axis=(2, 3))
    want = np.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]
    agree(yours(x, weight, bias), want, exact=True)
    agree(yours(x, weight, bias, dilation=1), want, exact=True)


def test_stride_padding_and_dilation(yours, rng):
    """Stride, padding and dilation act together, each in its own way."""
    arguments = integers(rng)
    for stride, padding, dilation in [(2, 0, 3), (1, 2, 4), (3, 1, 2)]:
        agree(yours(*arguments, stride, padding, dilation), dilated_conv2d(*arguments, stride, padding, dilation), exact=True)


def test_far_tap_copies_the_image(yours, rng):
    """A filter with a single 1 in its last place copies the pixels that lie a whole span away."""
    x, far = rng.normal(size=(2, 1, 8, 7)), np.zeros((1, 1, 2, 3))
    far[0, 0, 1, 2] = 1.0
    agree(yours(x, far, np.zeros(1), dilation=3), x[:, :, 3:, 6:])


def test_kernel_of_one(yours, rng):
    """A single tap has no gaps: any dilation gives the same."""
    x, weight, bias = integers(rng, (1, 1))
    weight, bias = weight[:3], bias[:3]  # as many filters as channels: the result could be written into x
    want = np.einsum("nchw,oc->nohw", x, weight[:, :, 0, 0]) + bias[:, None, None]
    agree(yours(x, weight, bias, dilation=20), want, exact=True)


def test_span_as_large_as_the_image(yours, rng):
    """A filter whose span is exactly as large as the padded image fits once, a smaller one more often."""
    arguments = integers(rng, (2, 2))
    agree(yours(*arguments, dilation=3), dilated_conv2d(*arguments, dilation=3), exact=True)
    for kernel, padding, dilation in [((3, 3), 0, 3), ((5, 5), 1, 2), ((3, 2), 0, 4)]:
        arguments = integers(rng, kernel)
        x = arguments[0][:, :, : dilation * (kernel[0] - 1) + 1 - 2 * padding, : dilation * (kernel[1] - 1) + 1 - 2 * padding]
        agree(yours(x, *arguments[1:], 1, padding, dilation), dilated_conv2d(x, *arguments[1:], 1, padding, dilation), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x, _, bias = integers(rng)
    for argument, depth, stride, padding, dilation in [
        ("stride", 3, -1, 0, 1),
        ("stride", 3, 0, 0, 2),
        ("dilation", 3, 1, 0, -1),
        ("dilation", 3, 1, 0, 0),
        ("padding", 3, 1, -1, 2),
        ("channels", 1, 1, 0, 2),
        ("channels", 4, 1, 0, 2),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, np.ones((4, depth, 3, 2)), bias, stride, padding, dilation)


def test_span_that_does_not_fit(yours, rng):
    """A filter whose span has one row or column more than the padded image raises a ValueError that names the kernel."""
    x, _, bias = integers(rng)
    for kernel, padding, dilation in [
        ((4, 2), 0, 3),
        ((2, 2), 0, 7),
        ((2, 2), 1, 9),
        ((12, 2), 1, 1),
        ((2, 8), 0, 1),
        ((12, 1), 1, 2),
    ]:
        with pytest.raises(ValueError, match=r"kernel|weight"):
            yours(x, np.ones((4, 3, *kernel)), bias, 1, padding, dilation)


def spread(weight, rows, columns, extra=0):
    """The filter with its taps that far apart, zeros between them and, if asked for, behind them."""
    o, c, kh, kw = weight.shape
    large = np.zeros((o, c, rows * (kh - 1) + 1 + extra, columns * (kw - 1) + 1 + extra), dtype=weight.dtype)
    large[:, :, : rows * (kh - 1) + 1 : rows, : columns * (kw - 1) + 1 : columns] = weight
    return large


@mistake(
    "Dilation has no effect. Tap (u, v) meets the pixel u * dilation rows and v * dilation columns from the window's corner."
)
def ignores_dilation(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding)


@mistake(
    "You put `dilation` zeros between two taps. The taps are `dilation` pixels apart, with dilation - 1 pixels between them."
)
def puts_too_many_zeros_between(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding, dilation + 1)


@mistake(
    "The kernel comes out too long, with holes behind the last tap as well. KH taps have KH - 1 gaps: it spans d * (KH - 1) + "
    "1 rows."
)
def leaves_holes_behind_the_last_tap(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, spread(weight, dilation, dilation, dilation - 1), bias, stride, padding)


@mistake("Dilation moves the window, as a stride does. The window moves by the stride; the dilation is the distance of its taps.")
def takes_dilation_for_a_stride(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride * dilation, padding)


@mistake("The window moves by the dilation times the stride. It moves by the stride, whatever the dilation is.")
def moves_by_the_dilation_too(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride * dilation, padding, dilation)


@mistake("Only the rows are dilated. The taps are `dilation` pixels apart in both directions.")
def dilates_the_rows_only(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, spread(weight, dilation, 1), bias, stride, padding)


@mistake(
    "The holes are filled with copies of the taps. The pixels between two taps are skipped: put zeros there, or do not look."
)
def repeats_the_taps(x, weight, bias, stride=1, padding=0, dilation=1):
    y = dilated_conv2d(x, weight, bias, stride, padding, dilation)
    large = weight.repeat(dilation, axis=2).repeat(dilation, axis=3)
    wide = np.pad(x, ((0, 0), (0, 0), (padding, padding + dilation - 1), (padding, padding + dilation - 1)))
    return dilated_conv2d(wide, large, bias, stride)[:, :, : y.shape[2], : y.shape[3]]


@mistake("The filter is flipped. Use the weight as it is: a dilation only spreads its taps.")
def flips_the_kernel(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight[:, :, ::-1, ::-1], bias, stride, padding, dilation)


@mistake("The bias is missing: add bias[o] to every pixel of output channel o.")
def forgets_the_bias(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight, 0 * bias, stride, padding, dilation)


@mistake("Stride has no effect: the window moves by one pixel. Step it by `stride` rows and `stride` columns.")
def ignores_the_stride(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, 1, padding, dilation)


@mistake("The padding grows with the dilation. `padding` says how many zeros there are on each side, whatever the dilation is.")
def dilates_the_padding(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding * dilation, dilation)


@mistake("You add zeros at the bottom and right only. Padding goes on all four sides: top, bottom, left and right.")
def pads_one_side(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    moved = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    return dilated_conv2d(moved, weight, bias, stride, 0, dilation)


@mistake("The result is always float64. Keep the dtype of x, also for a filter that you spread into an array of zeros.")
def returns_float64(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight, bias, stride, padding, dilation).astype(np.float64)


@mistake("The bare kernel is compared with the image. What must fit is its span, with the gaps: d * (KH - 1) + 1 rows.")
def compares_the_bare_kernel(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight[:, :, :1, :1], bias, stride, padding, dilation)  # the rest is checked
    dilated_conv2d(x, weight, bias, stride, padding)
    return checks_nothing(x, weight, bias, stride, padding, dilation)


@mistake("A filter with a single channel is used for all channels of the image. Compare the channels, and raise a ValueError.")
def spreads_a_single_channel(x, weight, bias, stride=1, padding=0, dilation=1):
    deep = weight if weight.shape[1] > 1 else weight.repeat(x.shape[1], axis=1)
    return dilated_conv2d(x, deep, bias, stride, padding, dilation)


@mistake("Bad arguments pass unnoticed. Check stride, dilation, padding, channels and span first, and raise a ValueError.")
def checks_nothing(x, weight, bias, stride=1, padding=0, dilation=1):
    try:
        return dilated_conv2d(x, weight, bias, stride, padding, dilation)
    except ValueError:
        return np.zeros((len(x), len(weight), 0, 0), dtype=x.dtype)


def padded_image(x, weight, stride, padding, dilation):
    """The padded image and the size of the output, or an error."""
    for name, value in [("stride", stride), ("dilation", dilation), ("padding", padding + 1)]:
        if value < 1:
            raise ValueError(f"{name} is too small")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    big = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = ((big.shape[a] - dilation * (weight.shape[a] - 1) - 1) // stride + 1 for a in (2, 3))
    if oh < 1 or ow < 1:
        raise ValueError("kernel is too large")
    return big, oh, ow


@right
def with_zeros_in_the_holes(x, weight, bias, stride=1, padding=0, dilation=1):
    big, _, _ = padded_image(x, weight, stride, padding, dilation)
    large = spread(weight, dilation, dilation)
    windows = np.lib.stride_tricks.sliding_window_view(big, large.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(windows, large, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2) + bias[:, None, None]


@right
def tap_by_tap(x, weight, bias, stride=1, padding=0, dilation=1):
    big, oh, ow = padded_image(x, weight, stride, padding, dilation)
    y = np.zeros((len(x), len(weight), oh, ow), dtype=x.dtype) + bias.reshape(1, -1, 1, 1)
    for u, v in np.ndindex(*weight.shape[2:]):
        rows, columns = dilation * u + stride * np.arange(oh), dilation * v + stride * np.arange(ow)
        y += np.einsum("nchw,oc->nohw", big[:, :, rows[:, None], columns], weight[:, :, u, v])
    return y


@right
def window_by_window(x, weight, bias, stride=1, padding=0, dilation=1):
    big, oh, ow = padded_image(x, weight, stride, padding, dilation)
    y = np.empty((len(x), len(weight), oh, ow), dtype=x.dtype)
    for i, j in np.ndindex(oh, ow):
        window = big[:, :, i * stride :: dilation, j * stride :: dilation][:, :, : weight.shape[2], : weight.shape[3]]
        y[:, :, i, j] = window.reshape(len(x), -1) @ weight.reshape(len(weight), -1).T + bias
    return y
