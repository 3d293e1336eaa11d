"""Hidden tests of convolution/conv2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.conv2d import conv2d

independent = "torch.conv2d(x, weight, bias, stride, padding)"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length, and stride and padding act together."""
    n, c, h, w, o, kh, kw = (1, 1, 3, 2, 1, 3, 2) if size == "ones" else (2, 3, 9, 10, 4, 3, 2)
    return rng.normal(size=(n, c, h, w)), rng.normal(size=(o, c, kh, kw)), rng.normal(size=o), 2, 1


def integers(rng):
    return rng.integers(-4, 5, (2, 3, 7, 5)).astype(float), rng.integers(-4, 5, (4, 3, 3, 2)).astype(float), np.arange(1.0, 5.0)


def test_values(yours, rng):
    """Whole numbers in, exactly the right whole numbers out."""
    x, w, b = integers(rng)
    agree(yours(x, w, b), conv2d(x, w, b), exact=True)


def test_stride(yours, rng):
    """Stride moves the window over the image, and windows that would stick out are left out."""
    x, w, b = integers(rng)
    for stride in (2, 3):
        agree(yours(x, w, b, stride=stride), conv2d(x, w, b, stride=stride), exact=True)


def test_padding(yours, rng):
    """Padding adds zeros on all four sides."""
    x, w, b = integers(rng)
    agree(yours(x, w, b, padding=2), conv2d(x, w, b, padding=2), exact=True)


def test_windows_of_the_padded_image(yours, rng):
    """Stride and padding together: the windows count that fit into the padded image as a whole."""
    x, w, b = integers(rng)
    for stride, padding in [(3, 1), (3, 2), (2, 3)]:
        agree(yours(x, w, b, stride, padding), conv2d(x, w, b, stride, padding), exact=True)


def test_kernel_of_one(yours, rng):
    """A 1x1 kernel mixes the channels of each pixel."""
    x, w, b = integers(rng)
    w, b = w[:3, :, :1, :1], b[:3]  # as many filters as channels: the result could be written into x
    agree(yours(x, w, b), conv2d(x, w, b), exact=True)


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel exactly as large as the padded image fits once."""
    x, _, b = integers(rng)
    for padding in (1, 3):
        w = rng.integers(-4, 5, (4, 3, 2 + 2 * padding, 3 + 2 * padding)).astype(float)
        agree(yours(x[:, :, :2, :3], w, b, padding=padding), conv2d(x[:, :, :2, :3], w, b, padding=padding), exact=True)


def test_delta_kernel_copies_the_image(yours, rng):
    """A kernel with a single 1 in its top left corner copies the image."""
    x = rng.normal(size=(2, 1, 6, 5))
    delta = np.zeros((1, 1, 3, 2))
    delta[0, 0, 0, 0] = 1.0
    agree(yours(x, delta, np.zeros(1)), x[:, :, :4, :4])


def test_channels_last_in_memory(yours, rng):
    """How the images lie in memory does not matter: here with their channels last, and without padding."""
    x, w, b = integers(rng)
    agree(yours(x.transpose(0, 2, 3, 1).copy().transpose(0, 3, 1, 2), w, b), conv2d(x, w, b), exact=True)


def test_another_call_leaves_no_trace(yours, rng):
    """Each call pads with zeros of its own: an earlier image that was just as large leaves nothing behind."""
    x, w, b = integers(rng)
    for padding in (0, 1, 2):
        inside = x[:, :, padding : 7 - padding, padding : 5 - padding]
        agree(yours(inside, w, b, padding=padding), conv2d(inside, w, b, padding=padding), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x, _, b = integers(rng)
    for argument, depth, stride, padding in [
        ("stride", 3, 0, 0),
        ("stride", 3, -1, 0),
        ("padding", 3, 1, -1),
        ("channels", 1, 1, 0),
        ("channels", 2, 1, 0),
        ("channels", 4, 1, 0),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, np.ones((4, depth, 3, 2)), b, stride, padding)


def test_kernel_that_does_not_fit(yours, rng):
    """A kernel with one row or one column more than the padded image raises a ValueError that names it."""
    x, _, b = integers(rng)
    for padding, stride in [(0, 1), (1, 1), (1, 2), (3, 1)]:
        for rows, columns in [(1, 0), (0, 1)]:
            kernel = np.ones((4, 3, 7 + 2 * padding + rows, 5 + 2 * padding + columns))
            with pytest.raises(ValueError, match=r"kernel|weight"):
                yours(x, kernel, b, stride, padding)


@mistake(
    "Your kernel is flipped, as in the convolution of signal processing. Deep learning's 'convolution' is "
    "cross-correlation: use the weight as it is."
)
def flips_the_kernel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight[:, :, ::-1, ::-1], bias, stride, padding)


@mistake("The bias is missing: add bias[o] to every pixel of output channel o.")
def forgets_the_bias(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, 0 * bias, stride, padding)


@mistake("Stride has no effect: the window moves by one pixel. Step it by `stride` rows and `stride` columns.")
def ignores_the_stride(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)  # the arguments are checked
    return conv2d(x, weight, bias, 1, padding)


@mistake("The output has the right size, but the window still moves by one pixel: start it at i * stride and j * stride.")
def sizes_by_stride_but_moves_by_one(x, weight, bias, stride=1, padding=0):
    height, width = conv2d(x, weight, bias, stride, padding).shape[2:]
    return conv2d(x, weight, bias, 1, padding)[:, :, :height, :width]


@mistake("Stride is applied to the rows only. The window moves by `stride` in both directions.")
def strides_the_rows_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x, weight, bias, 1, padding)[:, :, ::stride]


@mistake("You add zeros at the bottom and right only. Padding goes on all four sides: top, bottom, left and right.")
def pads_one_side(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    moved = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    return conv2d(moved, weight, bias, stride)


@mistake("Padding repeats the border pixels. This layer pads with zeros.")
def pads_with_the_border(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge"), weight, bias, stride)


@mistake("Only the first input channel is used. Multiply and add over all input channels.")
def uses_one_channel(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x[:, :1], weight[:, :1], bias, stride, padding)


@mistake("Only the rows are padded. Padding goes on all four sides: top, bottom, left and right.")
def pads_the_rows_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(np.pad(x, ((0, 0), (0, 0), (padding, padding), (0, 0))), weight, bias, stride)


@mistake("The bias lies along the columns of the image. It belongs to the output channels: give it two new axes behind.")
def adds_the_bias_along_the_columns(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, 0 * bias, stride, padding) + bias


@mistake("The result is always float64. Keep the dtype of x: make new arrays with dtype=x.dtype.")
def returns_float64(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, bias, stride, padding).astype(np.float64)


@mistake("Bad arguments pass unnoticed. Check stride, padding, channels and kernel size first, and raise ValueError.")
def checks_nothing(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (max(padding, 0),) * 2, (max(padding, 0),) * 2))
    (n, c, h, w), (o, depth, kh, kw) = padded.shape, weight.shape
    step, c = max(stride, 1), min(c, depth)
    y = np.zeros((n, o, max((h - kh) // step + 1, 0), max((w - kw) // step + 1, 0)), dtype=x.dtype)
    for i, j in np.ndindex(y.shape[2:]):
        window = padded[:, :c, i * step : i * step + kh, j * step : j * step + kw]
        y[:, :, i, j] = np.tensordot(window, weight[:, :c], axes=((1, 2, 3), (1, 2, 3))) + bias
    return y


@mistake("You write the padded image or the sum into the input itself. Work on a copy: the caller still needs x.")
def overwrites_the_input(x, weight, bias, stride=1, padding=0):
    result = conv2d(x, weight, bias, stride, padding)
    x *= 1.5
    return result


@mistake(
    "Images and filters are mixed up: a result in the order (O, N, ...) is reshaped. Move its axes with a transpose instead."
)
def mixes_images_and_filters(x, weight, bias, stride=1, padding=0):
    y = conv2d(x, weight, bias, stride, padding)
    return y.swapaxes(0, 1).reshape(y.shape)


@mistake("Rows and columns are mixed up: the windows are reshaped to (OW, OH). Rows come first: reshape to (OH, OW).")
def reshapes_to_columns_first(x, weight, bias, stride=1, padding=0):
    y = conv2d(x, weight, bias, stride, padding)
    return y.reshape(*y.shape[:2], y.shape[3], y.shape[2])


@mistake("The bias is added once for each input channel, in the loop over them. Add it once to each output pixel.")
def adds_the_bias_for_each_channel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, x.shape[1] * bias, stride, padding)


@mistake("Every channel of the image meets every channel of the filter. Each meets its own only: one letter for both in einsum.")
def crosses_the_channels(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x.sum(axis=1, keepdims=True), weight.sum(axis=1, keepdims=True), bias, stride, padding)


@mistake("You add zeros at the top and left only. Padding goes on all four sides: top, bottom, left and right.")
def pads_top_and_left_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(np.pad(x, ((0, 0), (0, 0), (padding, 0), (padding, 0))), weight, bias, stride)


@mistake(
    "A filter with a single channel is used for all channels of the image. Compare the channels first, and raise ValueError."
)
def spreads_a_single_channel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight if weight.shape[1] > 1 else weight.repeat(x.shape[1], axis=1), bias, stride, padding)


@mistake("Negative padding cuts pixels off the image, as F.pad does. Refuse it with a ValueError that names the padding.")
def crops_for_negative_padding(x, weight, bias, stride=1, padding=0):
    inside = x[:, :, -padding:padding, -padding:padding] if padding < 0 else x
    return conv2d(inside, weight, bias, stride, max(padding, 0))


@mistake("A stride of 0 is not refused, and ends in a division by zero. Raise a ValueError for every stride below 1.")
def lets_stride_zero_through(x, weight, bias, stride=1, padding=0):
    len(x) // stride
    return conv2d(x, weight, bias, stride, padding)


@mistake("A kernel that is too wide goes unnoticed. Compare its rows with those of the padded image, and its columns too.")
def compares_the_rows_only(x, weight, bias, stride=1, padding=0):
    rows, columns = ((x.shape[a] + 2 * padding - weight.shape[a]) // max(stride, 1) + 1 for a in (2, 3))
    return np.zeros((len(x), len(weight), rows, 0), x.dtype) if rows > 0 >= columns else conv2d(x, weight, bias, stride, padding)


@mistake("A kernel that does not fit gives an empty result. That is an error of the caller: raise a ValueError that names it.")
def gives_nothing_if_it_does_not_fit(x, weight, bias, stride=1, padding=0):
    rows, columns = (max((x.shape[a] + 2 * padding - weight.shape[a]) // max(stride, 1) + 1, 0) for a in (2, 3))
    nothing = np.zeros((len(x), len(weight), rows, columns), x.dtype)
    return conv2d(x, weight, bias, stride, padding) if rows * columns else nothing


@mistake("The result is float32 whatever comes in, as torch.zeros makes it. Keep the dtype of x: pass dtype=x.dtype.")
def returns_float32(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, bias, stride, padding).astype(np.float32)


@mistake("The strides for as_strided are those of a contiguous image. Take those of yours: x.strides, in PyTorch x.stride().")
def takes_the_image_for_contiguous(x, weight, bias, stride=1, padding=0):
    return conv2d(x if padding else x.ravel(order="K").reshape(x.shape), weight, bias, stride, padding)


@right
def with_seven_loops(x, weight, bias, stride=1, padding=0):
    (n, c, h, w), (o, depth, kh, kw) = x.shape, weight.shape
    oh, ow = (h + 2 * padding - kh) // max(stride, 1) + 1, (w + 2 * padding - kw) // max(stride, 1) + 1
    for name, fine in [("stride", stride > 0), ("padding", padding >= 0), ("channels", c == depth), ("kernel", oh > 0 < ow)]:
        if not fine:
            raise ValueError(f"bad {name}")
    y = np.zeros((n, o, oh, ow), dtype=x.dtype)
    for a, f, i, j in np.ndindex(n, o, oh, ow):
        total = bias[f]
        for k, u, v in np.ndindex(c, kh, kw):
            row, column = i * stride + u - padding, j * stride + v - padding
            if 0 <= row < h and 0 <= column < w:
                total = total + x[a, k, row, column] * weight[f, k, u, v]
        y[a, f, i, j] = total
    return y


@right
def by_im2col(x, weight, bias, stride=1, padding=0):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} or padding {padding} is out of range")
    (n, c, h, w), (o, depth, kh, kw) = x.shape, weight.shape
    if c != depth:
        raise ValueError("channels do not match")
    big = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
    big[:, :, padding : padding + h, padding : padding + w] = x
    oh, ow = (big.shape[2] - kh) // stride + 1, (big.shape[3] - kw) // stride + 1
    if oh < 1 or ow < 1:
        raise ValueError("kernel too large")
    columns = [
        big[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw].reshape(n, -1) for i in range(oh) for j in range(ow)
    ]
    y = np.stack(columns, axis=1) @ weight.reshape(o, -1).T + bias
    return y.transpose(0, 2, 1).reshape(n, o, oh, ow)


@right
def kernel_position_by_position(x, weight, bias, stride=1, padding=0):
    if stride < 1 or padding < 0 or x.shape[1] != weight.shape[1]:
        raise ValueError("stride, padding or channels make no sense")
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    kh, kw = weight.shape[2:]
    if kh > padded.shape[2] or kw > padded.shape[3]:
        raise ValueError("kernel")
    total = None
    for u in range(kh):
        for v in range(kw):
            part = padded[:, :, u : padded.shape[2] - kh + u + 1 : stride, v : padded.shape[3] - kw + v + 1 : stride]
            term = np.einsum("nchw,oc->nohw", part, weight[:, :, u, v])
            total = term if total is None else total + term
    return total + bias.reshape(1, -1, 1, 1)
