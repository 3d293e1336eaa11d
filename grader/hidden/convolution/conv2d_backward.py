"""Hidden tests of convolution/conv2d_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.conv2d import conv2d
from solutions.convolution.conv2d_backward import conv2d_backward

independent = (
    "torch.autograd.functional.vjp(lambda x, w, b: torch.conv2d(x, w, b, stride, padding), "
    "(x, weight, weight.new_zeros(len(weight))), grad_output, create_graph=True)[1]"
)


def sample(rng, size="small"):
    """Windows overlap in the columns and leave gaps in the rows; the last column of the image lies under no window."""
    if size == "ones":
        return rng.normal(size=(1, 1, 2, 1)), rng.normal(size=(1, 1, 3, 1)), rng.normal(size=(1, 1, 2, 3)), 2, 1
    x, weight = rng.normal(size=(2, 3, 7, 13)), rng.normal(size=(5, 3, 2, 4))
    return rng.normal(size=(2, 5, 3, 4)), x, weight, 3, 1


def integers(rng, x=(2, 3, 6, 7), weight=(4, 3, 3, 2), **how):
    """Whole numbers: a gradient of the right shape, images, filters."""
    x, weight = rng.integers(-4, 5, x).astype(float), rng.integers(-4, 5, weight).astype(float)
    shape = conv2d(x, weight, np.zeros(len(weight)), **how).shape
    return rng.integers(-4, 5, shape).astype(float), x, weight


def test_values(yours, rng):
    """Whole numbers in, exactly the right whole numbers out."""
    for options in ({}, {"stride": 2}, {"padding": 2}, {"stride": 3, "padding": 1}):
        arguments = integers(rng, **options)
        agree(yours(*arguments, **options), conv2d_backward(*arguments, **options), exact=True)


def test_one_output_pixel(yours, rng):
    """A gradient in one place puts the kernel, unflipped, where its window lies."""
    _, x, weight = integers(rng, (1, 1, 6, 7), (1, 1, 3, 2))
    grad_output = np.zeros((1, 1, 4, 6))
    grad_output[0, 0, 1, 4] = 1.0
    want = np.zeros((6, 7))
    want[1:4, 4:6] = weight[0, 0]
    grad_x, grad_weight, _ = yours(grad_output, x, weight)
    agree(grad_x[0, 0], want, exact=True)
    agree(grad_weight[0, 0], x[0, 0, 1:4, 4:6], exact=True)


def test_rows_under_no_window(yours, rng):
    """Pixels that no window reaches have gradient zero, and the gradient has the shape of x."""
    grad_output, x, weight = integers(rng, (2, 3, 8, 7), (4, 3, 2, 3), stride=3)
    grad_x, _, _ = yours(grad_output, x, weight, stride=3)
    agree(grad_x, conv2d_backward(grad_output, x, weight, stride=3)[0], exact=True)


def test_bias_gradient(yours, rng):
    """The gradient of a bias is the sum over every pixel of its channel, in every image."""
    grad_output, x, weight = integers(rng, (3, 1, 5, 4), (2, 1, 2, 2))
    agree(yours(grad_output, x, weight)[2], grad_output.sum(axis=(0, 2, 3)), exact=True)


def test_directional_derivatives(yours, rng):
    """Whichever way the images or the filters move, the loss changes by exactly what the gradients say."""
    for options in ({"stride": 2, "padding": 1}, {"padding": 2}):
        grad_output, x, weight = integers(rng, (2, 3, 7, 6), (4, 3, 3, 4), **options)
        _, dx, dw = integers(rng, (2, 3, 7, 6), (4, 3, 3, 4))
        grad_x, grad_weight, _ = yours(grad_output, x, weight, **options)
        for gradient, step, images, filters in [(grad_x, dx, dx, weight), (grad_weight, dw, x, dw)]:
            change = grad_output * conv2d(images, filters, np.zeros(4), **options)
            agree(np.sum(gradient * step), np.sum(change), exact=True, scale=np.abs(change).sum())


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel exactly as large as the padded image fits once."""
    for padding in (1, 3):
        arguments = integers(rng, (2, 3, 2, 3), (4, 3, 2 + 2 * padding, 3 + 2 * padding), padding=padding)
        agree(yours(*arguments, padding=padding), conv2d_backward(*arguments, padding=padding), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x = rng.normal(size=(2, 3, 6, 5))
    for argument, depth, shape, options in [
        ("stride", 3, (2, 4, 4, 4), {"stride": 0}),
        ("stride", 3, (2, 4, 4, 4), {"stride": -1}),
        ("padding", 3, (2, 4, 2, 2), {"padding": -1}),
        ("channels", 1, (2, 4, 4, 4), {}),
        ("channels", 2, (2, 4, 4, 4), {}),
        ("channels", 4, (2, 4, 4, 4), {}),
        ("grad_output", 3, (1, 4, 4, 4), {}),
        ("grad_output", 3, (2, 1, 4, 4), {}),
        ("grad_output", 3, (2, 3, 4, 4), {}),
        ("grad_output", 3, (2, 4, 3, 4), {}),
        ("grad_output", 3, (2, 4, 4, 5), {}),
        ("grad_output", 3, (2, 4, 8, 2), {}),  # this one and the next have as many entries as the output
        ("grad_output", 3, (4, 2, 4, 4), {}),
        ("grad_output", 3, (2, 4, 4, 4), {"stride": 2}),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(rng.normal(size=shape), x, rng.normal(size=(4, depth, 3, 2)), **options)


def test_kernel_that_does_not_fit(yours, rng):
    """A kernel with one row or one column more than the padded image raises a ValueError that names it."""
    x = rng.normal(size=(2, 3, 6, 5))
    for padding in (0, 1, 3):
        for rows, columns in [(1, 0), (0, 1)]:
            kernel = rng.normal(size=(4, 3, 6 + 2 * padding + rows, 5 + 2 * padding + columns))
            nothing = np.zeros((2, 4, 1 - rows, 1 - columns))  # what is left of the output
            with pytest.raises(ValueError, match="kernel"):
                yours(nothing, x, kernel, padding=padding)


def collect(grad_output, x, weight, padding, step, keep=1):
    """Gradient of the images, from windows that lie `step` apart: each adds to what is there already, times `keep`."""
    (h, w), (kh, kw) = x.shape[2:], weight.shape[2:]
    full = np.zeros_like(np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding))))
    for i, j in np.ndindex(grad_output.shape[2:]):
        here = full[:, :, i * step : i * step + kh, j * step : j * step + kw]
        here[...] = keep * here + np.tensordot(grad_output[:, :, i, j], weight, axes=1)
    return full[:, :, padding : padding + h, padding : padding + w]


@mistake("The kernel is flipped in grad_x. A window adds its share to the image with the kernel as in the forward pass.")
def flips_the_kernel_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return conv2d_backward(grad_output, x, weight[:, :, ::-1, ::-1], stride, padding)[0], grad_weight, grad_bias


@mistake("grad_x still has the padding around it. Cut `padding` rows and columns off all four sides: x has no gradient there.")
def keeps_the_padding(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return conv2d_backward(grad_output, padded, weight, stride)[0], grad_weight, grad_bias


@mistake(
    "grad_x lies too far down and to the right. The first window begins at row 0, column 0 of the padded image, and x at row and "
    "column `padding`: cut from there."
)
def crops_the_wrong_corner(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, : x.shape[2], : x.shape[3]], grad_weight, grad_bias


@mistake("Without padding, grad_x is empty: a slice from 0 to -0 holds nothing. Cut from `padding` to `padding` + height.")
def crops_up_to_minus_zero(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, padding:-padding, padding:-padding], grad_weight, grad_bias


@mistake("In grad_x the stride is lost: output pixel (i, j) goes back to the window at row i * stride, column j * stride.")
def loses_the_stride_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return collect(grad_output, x, weight, padding, step=1), grad_weight, grad_bias


@mistake("In grad_weight the stride is lost: output pixel (i, j) saw the window at row i * stride, column j * stride.")
def loses_the_stride_in_grad_weight(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = grad_output.shape[2:]
    touching = padded[:, :, : oh + weight.shape[2] - 1, : ow + weight.shape[3] - 1]
    return grad_x, conv2d_backward(grad_output, touching, weight)[1], grad_bias


@mistake("Where windows overlap, the last one overwrites the others. A pixel collects a share from every window: add with +=.")
def overwrites_overlapping_windows(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return collect(grad_output, x, weight, padding, step=stride, keep=0), grad_weight, grad_bias


@mistake("grad_weight holds the last image only: it is assigned for each image. Add up over the batch.")
def keeps_the_last_image(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, conv2d_backward(grad_output[-1:], x[-1:], weight, stride, padding)[1], grad_bias


@mistake("grad_bias is a mean. The bias was added to every pixel of every image, so its gradient is the sum over all of them.")
def averages_the_bias_gradient(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, _ = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, grad_weight, grad_output.mean(axis=(0, 2, 3))


@mistake("You divide by the batch size. If the loss is a mean, grad_output has that factor already: only add up.")
def divides_by_the_batch(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, grad_weight / len(x), grad_bias / len(x)


@mistake("grad_x ends where the last window ends. It has the shape of x: rows and columns under no window have gradient zero.")
def ends_with_the_last_window(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    rows, columns = (stride * (grad_output.shape[a] - 1) + weight.shape[a] - padding for a in (2, 3))
    return grad_x[:, :, :rows, :columns], grad_weight, grad_bias


@mistake("Arguments that do not fit together pass unnoticed. Check them first, and raise a ValueError that names the argument.")
def checks_nothing(grad_output, x, weight, stride=1, padding=0):
    h, w = x.shape[2:]
    grad_x, grad_weight, grad_bias = np.zeros_like(x), np.zeros_like(weight), np.zeros(len(weight), dtype=x.dtype)
    for (n, o, i, j), g in np.ndenumerate(grad_output):
        grad_bias[o] += g
        for c, u, v in np.ndindex(weight.shape[1:]):
            row, column = i * stride + u - padding, j * stride + v - padding
            if 0 <= row < h and 0 <= column < w:
                grad_x[n, c, row, column] += g * weight[o, c, u, v]
                grad_weight[o, c, u, v] += g * x[n, c, row, column]
    return grad_x, grad_weight, grad_bias


@mistake("The gradients are float64 whatever comes in. Create them in the dtype of x and weight: float32 stays float32.")
def always_float64(grad_output, x, weight, stride=1, padding=0):
    return tuple(gradient.astype(np.float64) for gradient in conv2d_backward(grad_output, x, weight, stride, padding))


@mistake(
    "Images and filters are mixed up in grad_weight: grad_output starts with N and is reshaped to (O, N, ...). Transpose first."
)
def mixes_images_and_filters(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    n, o, *size = grad_output.shape
    mixed = grad_output.reshape(o, n, *size).swapaxes(0, 1)
    return grad_x, conv2d_backward(mixed, x, weight, stride, padding)[1], grad_bias


@mistake(
    "Filters and channels are mixed up in grad_x: the weight is reshaped to (C, O, ...). Transpose its first two axes instead."
)
def reshapes_the_filters(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    o, c, *size = weight.shape
    mixed = weight.reshape(c, o, *size).swapaxes(0, 1)
    return conv2d_backward(grad_output, x, mixed, stride, padding)[0], grad_weight, grad_bias


@mistake("Your loop over the columns of grad_output ends where that over its rows does. Take each length from its own axis.")
def takes_the_output_for_square(grad_output, x, weight, stride=1, padding=0):
    square = grad_output.copy()
    square[..., grad_output.shape[2] :] = 0
    return *conv2d_backward(square, x, weight, stride, padding)[:2], grad_output.sum(axis=(0, 2, 3))


@mistake(
    "A filter with a single channel is used for all channels of the image. Compare the channels first, and raise ValueError."
)
def spreads_a_single_channel(grad_output, x, weight, stride=1, padding=0):
    wide = weight if weight.shape[1] > 1 else weight.repeat(x.shape[1], axis=1)
    return conv2d_backward(grad_output, x, wide, stride, padding)


@mistake("A grad_output for one image is used for all of them. Compare its whole shape, not only height and width.")
def spreads_a_single_image(grad_output, x, weight, stride=1, padding=0):
    wide = grad_output if len(grad_output) > 1 else grad_output.repeat(len(x), axis=0)
    return *conv2d_backward(wide, x, weight, stride, padding)[:2], grad_output.sum(axis=(0, 2, 3))


@mistake(
    "Your checks are assert statements: they raise AssertionError, and python -O leaves them out. Use if, and raise ValueError."
)
def checks_by_assert(grad_output, x, weight, stride=1, padding=0):
    try:
        return conv2d_backward(grad_output, x, weight, stride, padding)
    except ValueError as error:
        raise AssertionError from error


def checked(grad_output, x, weight, stride, padding):
    """The padded images, or the error for arguments that do not fit together."""
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels")
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    if weight.shape[2] > padded.shape[2] or weight.shape[3] > padded.shape[3]:
        raise ValueError("kernel")
    size = [(padded.shape[a] - weight.shape[a]) // stride + 1 for a in (2, 3)]
    if grad_output.shape != (len(x), len(weight), *size):
        raise ValueError("grad_output")
    return padded


@right
def with_loops_over_everything(grad_output, x, weight, stride=1, padding=0):
    checked(grad_output, x, weight, stride, padding)
    return checks_nothing(grad_output, x, weight, stride, padding)


@right
def window_by_window(grad_output, x, weight, stride=1, padding=0):
    padded = checked(grad_output, x, weight, stride, padding)
    (h, w), (kh, kw) = x.shape[2:], weight.shape[2:]
    grad_padded, grad_weight = 0 * padded, 0 * weight
    for i, j in np.ndindex(grad_output.shape[2:]):
        here = np.s_[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
        g = grad_output[:, :, i, j]  # (N, O)
        grad_padded[here] += np.einsum("no,ocuv->ncuv", g, weight)
        grad_weight += np.einsum("no,ncuv->ocuv", g, padded[here])
    return grad_padded[:, :, padding : h + padding, padding : w + padding], grad_weight, np.einsum("nohw->o", grad_output)


@right
def as_correlation_with_a_flipped_kernel(grad_output, x, weight, stride=1, padding=0):
    padded = checked(grad_output, x, weight, stride, padding)
    (n, o, oh, ow), (kh, kw) = grad_output.shape, weight.shape[2:]
    height, width = padded.shape[2:]
    spread = np.zeros((n, o, height + kh - 1, width + kw - 1), dtype=x.dtype)  # zeros between and around the gradients
    spread[:, :, kh - 1 : kh - 1 + stride * oh : stride, kw - 1 : kw - 1 + stride * ow : stride] = grad_output
    windows = np.lib.stride_tricks.sliding_window_view(spread, (kh, kw), axis=(2, 3))
    grad_padded = np.einsum("nohwuv,ocuv->nchw", windows, weight[:, :, ::-1, ::-1])
    seen = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nohw,nchwuv->ocuv", grad_output, seen)
    middle = grad_padded[:, :, padding : height - padding, padding : width - padding]
    return middle, grad_weight, grad_output.sum((0, 2, 3))
