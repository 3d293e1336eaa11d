"""Hidden tests of convolution/max_pool2d_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.max_pool2d_backward import max_pool2d_backward

independent = (
    "torch.autograd.functional.vjp(lambda x: x.flatten(2).gather(2, indices.flatten(2)).reshape(grad_output.shape), "
    "grad_output.new_zeros(x_shape), grad_output, create_graph=True)[1]"
)


def winners(x, kernel_size, stride):
    """Where the largest pixel of each window is, as max pooling reports it."""
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    u, v = np.divmod(windows.reshape(*windows.shape[:4], -1).argmax(axis=-1), kernel_size)
    rows, columns = np.indices(u.shape)[2:] * stride
    return (rows + u) * x.shape[3] + columns + v


def sample(rng, size="small"):
    """Windows of 3 that overlap, so that many a pixel has won more than one; the last column lies under no window."""
    shape, kernel_size, stride = ((1, 1, 3, 2), 2, 1) if size == "ones" else ((2, 3, 9, 12), 3, 2)
    indices = winners(rng.normal(size=shape), kernel_size, stride)
    return rng.normal(size=indices.shape), indices, shape


def integers(rng, *shape):
    return rng.integers(1, 10, shape).astype(float)


def test_one_pixel_wins_four_windows(yours, rng):
    """The brightest pixel in the middle wins all four windows around it, and collects all four gradients."""
    grad_output, indices = np.array([[[[1.0, -2.0], [4.0, 8.0]]]]), np.full((1, 1, 2, 2), 4)
    want = np.zeros((1, 1, 3, 3))
    want[0, 0, 1, 1] = 11.0
    agree(yours(grad_output, indices, (1, 1, 3, 3)), want, exact=True)


def test_windows_that_do_not_overlap(yours, rng):
    """Where windows do not overlap every gradient arrives once, unchanged, and three pixels of four get nothing."""
    grad_output = integers(rng, 1, 1, 2, 3)
    want = np.zeros((1, 1, 4, 6))
    want[0, 0, [1, 1, 0, 3, 2, 3], [0, 2, 5, 1, 3, 4]] = grad_output.ravel()
    agree(yours(grad_output, np.array([[[[6, 8, 5], [19, 15, 22]]]]), (1, 1, 4, 6)), want, exact=True)


def test_first_pixel(yours, rng):
    """Position 0 is a winner like any other: the top left pixel."""
    want = np.zeros((1, 2, 2, 3))
    want[0, :, 0, 0] = 3.0, -7.0
    agree(yours(np.array([[[[3.0]], [[-7.0]]]]), np.zeros((1, 2, 1, 1), dtype=np.int64), (1, 2, 2, 3)), want, exact=True)


def test_channels_keep_to_themselves(yours, rng):
    """Each channel of each image is summed up on its own: no gradient is lost, and none moves to a neighbour."""
    x = rng.normal(size=(2, 3, 7, 5))
    indices = winners(x, 3, 1)
    grad_output = integers(rng, *indices.shape)
    agree(yours(grad_output, indices, x.shape).sum(axis=(2, 3)), grad_output.sum(axis=(2, 3)), exact=True)


def test_directional_derivative(yours, rng):
    """Whichever way the images move, the loss changes by exactly what the gradient says."""
    x, step = rng.normal(size=(2, 3, 6, 9)), integers(rng, 2, 3, 6, 9)
    indices = winners(x, 3, 2)
    grad_output = integers(rng, *indices.shape)
    change = grad_output * np.take_along_axis(step.reshape(2, 3, -1), indices.reshape(2, 3, -1), axis=2).reshape(indices.shape)
    agree(np.sum(yours(grad_output, indices, x.shape) * step), np.sum(change), exact=True)


def test_pixels_under_no_window(yours, rng):
    """The result has the shape of the images, also where rows and columns lay under no window."""
    indices = winners(rng.normal(size=(1, 2, 5, 8)), 2, 3)
    grad_output = integers(rng, *indices.shape)
    agree(yours(grad_output, indices, (1, 2, 5, 8)), max_pool2d_backward(grad_output, indices, (1, 2, 5, 8)), exact=True)


def test_windows_of_one_pixel(yours, rng):
    """Pooling over single pixels changes nothing, and neither does the way back."""
    grad_output = integers(rng, 2, 3, 2, 5)
    indices = np.broadcast_to(np.arange(10).reshape(2, 5), (2, 3, 2, 5)).copy()
    agree(yours(grad_output, indices, (2, 3, 2, 5)), grad_output, exact=True)


def test_bad_arguments(yours, rng):
    """Shapes that do not belong together raise a ValueError that names the argument."""
    grad_output = rng.normal(size=(2, 3, 2, 4))
    for shape in [(2, 1, 2, 4), (1, 3, 2, 4), (2, 3, 4, 2), (2, 3, 2, 1), (2, 3, 8)]:
        with pytest.raises(ValueError, match="indices"):
            yours(grad_output, np.zeros(shape, dtype=np.int64), (2, 3, 4, 8))
    for x_shape in [(1, 3, 4, 8), (2, 4, 4, 8), (3, 2, 4, 8), (1, 6, 4, 8)]:
        with pytest.raises(ValueError, match="x_shape"):
            yours(grad_output, np.ones((2, 3, 2, 4), dtype=np.int64), x_shape)


def deliver(grad_output, indices, x_shape, add=True):
    """Gradients at their positions, checked nowhere."""
    n, c, h, w = x_shape
    planes = np.zeros((n, c, h * w), dtype=grad_output.dtype)
    for (a, b, *where), g in np.ndenumerate(grad_output):
        position = indices[(a, b, *where)]
        planes[a, b, position] = planes[a, b, position] + g if add else g
    return planes.reshape(x_shape)


@mistake(
    "A pixel that won several windows has the gradient of the last one only. It collects all of them: add, and remember that "
    "NumPy's x[indices] += g adds once where a position occurs twice (np.add.at adds every time)."
)
def keeps_the_last_gradient(grad_output, indices, x_shape):
    max_pool2d_backward(grad_output, indices, x_shape)
    return deliver(grad_output, indices, x_shape, add=False)


@mistake("A pixel that won several windows gets the mean of their gradients. It gets their sum.")
def averages_the_gradients(grad_output, indices, x_shape):
    wins = max_pool2d_backward(np.ones_like(grad_output), indices, x_shape)
    return max_pool2d_backward(grad_output, indices, x_shape) / np.maximum(wins, 1)


@mistake("The gradient from above is missing: you only mark the winners. Deliver grad_output to them, not 1.")
def marks_the_winners(grad_output, indices, x_shape):
    return (max_pool2d_backward(np.ones_like(grad_output), indices, x_shape) > 0).astype(grad_output.dtype)


@mistake("You count how many windows each pixel has won. What it gets is the sum of their gradients, from grad_output.")
def counts_the_wins(grad_output, indices, x_shape):
    return max_pool2d_backward(np.ones_like(grad_output), indices, x_shape)


@mistake("All gradients land in the first channel of the first image. Positions start at 0 again in each: add up each by itself.")
def puts_all_into_the_first_channel(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    first = np.zeros_like(y)
    first[0, 0] = y.sum(axis=(0, 1))
    return first


@mistake("The channels of an image share one plane of gradients. Positions count inside one channel: each has its own plane.")
def mixes_the_channels(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return np.repeat(y.sum(axis=1, keepdims=True), y.shape[1], axis=1)


@mistake("You read the positions down the columns. A position is r * W + q: divide by the width to get the row.")
def reads_down_the_columns(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return y.reshape(*y.shape[:2], y.shape[3], y.shape[2]).swapaxes(2, 3).copy()


@mistake("Position 0 is taken for no winner at all. It is the top left pixel, and gets its gradient like any other.")
def takes_zero_for_no_winner(grad_output, indices, x_shape):
    return max_pool2d_backward(np.where(indices > 0, grad_output, 0).astype(grad_output.dtype), indices, x_shape)


@mistake("Negative gradients are lost. A gradient may have either sign: deliver it as it is.")
def keeps_the_positive_gradients(grad_output, indices, x_shape):
    return max_pool2d_backward(np.maximum(grad_output, 0), indices, x_shape)


@mistake("You divide by the number of images. If the loss is a mean, grad_output has that factor already: only deliver it.")
def divides_by_the_batch(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, x_shape) / x_shape[0]


@mistake("The result ends with the last winner. It has the shape of the images: what won nothing has gradient zero.")
def ends_with_the_last_winner(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return y[:, :, : indices.max() // x_shape[3] + 1, : (indices % x_shape[3]).max() + 1]


@mistake("The result is always float64. Create the zeros in the dtype of grad_output: float32 stays float32.")
def returns_float64(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, x_shape).astype(np.float64)


@mistake("You move the positions to their channel in place, by adding to indices. The caller still needs them: make a new array.")
def overwrites_the_indices(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    indices += np.arange(x_shape[0] * x_shape[1]).reshape(*x_shape[:2], 1, 1) * (x_shape[2] * x_shape[3])
    return y


@mistake("Shapes that do not belong together pass unnoticed. Compare them first, and raise a ValueError that names the argument.")
def checks_nothing(grad_output, indices, x_shape):
    same = grad_output.shape == indices.shape and grad_output.shape[:2] == x_shape[:2]
    return deliver(grad_output, indices, x_shape) if same else np.zeros(x_shape, dtype=grad_output.dtype)


@mistake("Only the numbers of elements are compared. Compare the whole shapes of indices and grad_output.")
def compares_the_sizes(grad_output, indices, x_shape):
    if indices.size != grad_output.size:
        raise ValueError("indices do not fit")
    return checks_nothing(grad_output, indices, x_shape)


@mistake("The number of channels or images in x_shape goes unnoticed. Both must be those of grad_output: raise a ValueError.")
def ignores_the_beginning_of_x_shape(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, (*grad_output.shape[:2], *x_shape[2:]))


def refuse(grad_output, indices, x_shape):
    if tuple(grad_output.shape) != tuple(indices.shape):
        raise ValueError("indices and grad_output have different shapes")
    if list(grad_output.shape[:2]) != list(x_shape[:2]):
        raise ValueError("x_shape does not fit grad_output")


@right
def number_by_number(grad_output, indices, x_shape):
    refuse(grad_output, indices, x_shape)
    grad_x = np.zeros(x_shape, dtype=grad_output.dtype)
    for a, c, i, j in np.ndindex(grad_output.shape):
        row, column = divmod(int(indices[a, c, i, j]), x_shape[3])
        grad_x[a, c, row, column] += grad_output[a, c, i, j]
    return grad_x


@right
def by_counting_with_weights(grad_output, indices, x_shape):
    refuse(grad_output, indices, x_shape)
    n, c, h, w = x_shape
    planes = np.arange(n * c).reshape(n, c, 1, 1) * (h * w) + indices
    sums = np.bincount(planes.ravel(), weights=grad_output.ravel(), minlength=n * c * h * w)
    return sums.astype(grad_output.dtype).reshape(x_shape)


@right
def by_comparing_every_pixel(grad_output, indices, x_shape):
    refuse(grad_output, indices, x_shape)
    n, c, h, w = x_shape
    won = indices.reshape(n, c, 1, -1) == np.arange(h * w)[:, None]  # (N, C, HW, OH * OW)
    return (won @ grad_output.reshape(n, c, -1, 1)).reshape(x_shape)
