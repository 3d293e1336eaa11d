"""Hidden tests of convolution/max_pool2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.max_pool2d import max_pool2d

independent = "torch.nn.functional.max_pool2d(x, kernel_size, stride, return_indices=True)"


def sample(rng, size="small"):
    """Overlapping windows, and one row and one column that no window reaches."""
    if size == "ones":
        return rng.normal(size=(1, 1, 3, 1)), 1, 2
    return rng.normal(size=(2, 3, 12, 8)), 3, 2


def test_window_and_stride(yours, rng):
    """Windows may overlap, touch, leave gaps between them, or hold a single pixel."""
    x = rng.permutation(2 * 3 * 11 * 7).reshape(2, 3, 11, 7) - 230.5
    for kernel_size, stride in [(2, 1), (2, 3), (3, 2), (1, 2), (1, 1)]:
        agree(yours(x, kernel_size, stride=stride), max_pool2d(x, kernel_size, stride), exact=True)


def test_stride_is_kernel_size_by_default(yours, rng):
    """Without a stride, windows lie side by side."""
    x = rng.normal(size=(2, 1, 6, 9))
    want = x.reshape(2, 1, 2, 3, 3, 3).max(axis=(3, 5))
    agree(yours(x, 3)[0], want, exact=True)
    agree(yours(x, 3, None)[0], want, exact=True)


def test_all_negative(yours, rng):
    """Where every pixel is negative, so is the maximum."""
    x = -rng.uniform(1.0, 9.0, size=(2, 2, 5, 7))
    agree(yours(x, 3, 2), max_pool2d(x, 3, 2), exact=True)


def test_minus_infinity(yours, rng):
    """A window of nothing but minus infinity has a maximum too, and its first pixel wins."""
    x = -rng.uniform(1.0, 9.0, size=(2, 2, 5, 7))
    x[0, :, :3, 2:5], x[1, :, 2:, 4:] = -np.inf, -np.inf
    agree(yours(x, 3, 2), max_pool2d(x, 3, 2), exact=True)


def test_ties(yours):
    """Where several pixels share the maximum, the first one in the order of reading wins."""
    x = np.array([[[[1.0, 4.0, 2.0, 2.0], [4.0, 4.0, 2.0, 2.0], [0.0, 0.0, 5.0, 6.0], [-1.0, 0.0, 6.0, 6.0]]]])
    agree(yours(x, 2)[1], np.array([[[[1, 2], [8, 11]]]]))


def test_indices_pick_the_maxima(yours, rng):
    """Each index finds its maximum in the flattened plane of its own channel and image."""
    x = rng.normal(size=(3, 2, 7, 11))
    y, indices = yours(x, 2, 3)
    want = max_pool2d(x, 2, 3)[1].reshape(3, 2, -1)
    agree(indices.reshape(3, 2, -1), want)
    agree(y.reshape(3, 2, -1), np.take_along_axis(x.reshape(3, 2, -1), want, axis=2), exact=True)


def test_incomplete_windows(yours, rng):
    """A maximum in rows or columns that no complete window reaches is never seen."""
    x = rng.normal(size=(1, 2, 5, 8))
    x[:, :, 4], x[:, :, :, 6:] = 100.0, 200.0
    agree(yours(x, 3), max_pool2d(x, 3), exact=True)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    wide, tall = rng.normal(size=(2, 1, 4, 6)), rng.normal(size=(2, 1, 6, 4))
    for argument, x, kernel_size, stride in [
        ("kernel_size", wide, 0, 1),
        ("kernel_size", wide, -1, 2),
        ("kernel_size", wide, 5, 1),
        ("kernel_size", tall, 5, 1),
        ("stride", wide, 2, 0),
        ("stride", wide, 2, -1),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, kernel_size, stride)


def split(x, kernel_size, stride):
    """The right answer, and for each winner its row and column in the image and inside its window."""
    y, indices = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    rows, columns = indices // x.shape[3], indices % x.shape[3]
    u, v = rows - stride * np.arange(y.shape[2])[:, None], columns - stride * np.arange(y.shape[3])
    return y, rows, columns, u, v


@mistake("Zero wins where every pixel is negative. Start the running maximum from the first pixel of the window, not from zero.")
def starts_from_zero(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return np.maximum(y, 0), np.where(y > 0, indices, 0)


@mistake("Zero wins where every pixel is negative. Your indices start from the first pixel of the window: so must your maxima.")
def starts_from_zero_at_the_first_pixel(x, kernel_size, stride=None):
    y, rows, columns, u, v = split(x, kernel_size, stride)
    return np.maximum(y, 0), np.where(y > 0, rows * x.shape[3] + columns, (rows - u) * x.shape[3] + columns - v)


@mistake(
    "A window of nothing but minus infinity finds no winner, because none of its pixels is larger than what you start from. "
    "Start from the first pixel of the window and its position."
)
def starts_from_minus_infinity(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, np.where(y > -np.inf, indices, 0)


@mistake("In a tie the last of the equal pixels wins. The first one shall: replace the best only by something strictly larger.")
def last_maximum_wins(x, kernel_size, stride=None):
    y, _ = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    _, from_the_end = max_pool2d(x[:, :, ::-1, ::-1], kernel_size, 1)
    return y, (x.shape[2] * x.shape[3] - 1 - from_the_end)[:, :, ::-1, ::-1][:, :, ::stride, ::stride]


@mistake("In a tie the leftmost of the equal pixels wins. Read the window row by row: the upper one wins, then the left one.")
def reads_down_the_columns(x, kernel_size, stride=None):
    y, indices = (part.swapaxes(2, 3) for part in max_pool2d(x.swapaxes(2, 3), kernel_size, stride))
    return y, indices % x.shape[2] * x.shape[3] + indices // x.shape[2]


@mistake(
    "Your indices count the pixels of the window. Add the row and column where the window begins: they count the whole image."
)
def counts_inside_the_window(x, kernel_size, stride=None):
    y, _, _, u, v = split(x, kernel_size, stride)
    return y, u * kernel_size + v


@mistake("A row of the image has W pixels, but you multiply the row by the width of the output. Use row * W + column.")
def uses_the_width_of_the_output(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, rows * y.shape[3] + columns


@mistake("You multiply the row by the height of the image. A row has as many pixels as the image is wide: row * W + column.")
def multiplies_by_the_height(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, rows * x.shape[2] + columns


@mistake("Your indices run down the columns. Count row by row instead: row * W + column.")
def counts_down_the_columns(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, columns * x.shape[2] + rows


@mistake("Your indices go on counting over channels and images. They start at 0 again for each channel of each image.")
def counts_through_the_batch(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices + np.arange(0, x.size, x.shape[2] * x.shape[3]).reshape(*x.shape[:2], 1, 1)


@mistake("Windows that stick out at the bottom or right give an output pixel too. Leave them out: round down, not up.")
def keeps_incomplete_windows(x, kernel_size, stride=None):
    y, _ = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    more = [-(side - kernel_size) % stride for side in x.shape[2:]]
    below, beside = (m if m < kernel_size else 0 for m in more)  # the window must at least begin inside
    wide = np.pad(x, ((0, 0), (0, 0), (0, below), (0, beside)), constant_values=-np.inf)
    y, rows, columns, _, _ = split(wide, kernel_size, stride)
    return y, rows * x.shape[3] + columns


@mistake("Without a stride your window moves by one pixel. None means a stride of kernel_size, so that windows lie side by side.")
def moves_by_one_by_default(x, kernel_size, stride=None):
    return max_pool2d(x, kernel_size, 1 if stride is None else stride)


@mistake("A stride of 0 counts as no stride at all: `stride or kernel_size` takes 0 for None. Ask whether stride `is None`.")
def takes_zero_for_none(x, kernel_size, stride=None):
    return max_pool2d(x, kernel_size, stride or kernel_size)


@mistake("This is average pooling: the value is the mean of the window. Keep its largest pixel.")
def averages_the_window(x, kernel_size, stride=None):
    _, indices = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    return windows.mean(axis=(4, 5)), indices


@mistake("The indices are floats, because the array was created without a dtype. Positions are whole numbers: int64.")
def indices_as_floats(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices.astype(float)


@mistake("The indices are int32. Positions are int64, which is what argmax gives, and what an index is in PyTorch.")
def indices_as_int32(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices.astype(np.int32)


@mistake("The maxima are always float64. Keep the dtype of x: make the array for them with dtype=x.dtype.")
def returns_float64(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y.astype(np.float64), indices


@mistake("You compare kernel_size with the height only. The window must not be wider than the image either: raise a ValueError.")
def fits_the_height_only(x, kernel_size, stride=None):
    if not x.shape[3] < kernel_size <= x.shape[2]:
        return max_pool2d(x, kernel_size, stride)
    y, indices = max_pool2d(np.repeat(x, kernel_size, axis=3), kernel_size, stride)
    return y[..., :0], indices[..., :0]


@mistake("Sizes and steps that make no sense pass unnoticed. Check kernel_size and stride first, and raise a ValueError.")
def checks_nothing(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    y = np.empty((n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1), dtype=x.dtype)
    indices = np.empty(y.shape, dtype=np.int64)
    for a, b, i, j in np.ndindex(y.shape):
        best, where = -np.inf, i * stride * w + j * stride
        for r in range(i * stride, i * stride + kernel_size):
            for q in range(j * stride, j * stride + kernel_size):
                if x[a, b, r, q] > best:
                    best, where = x[a, b, r, q], r * w + q
        y[a, b, i, j], indices[a, b, i, j] = best, where
    return y, indices


@right
def with_loops(x, kernel_size, stride=None):
    if stride is not None and stride <= 0:
        raise ValueError("stride must be positive")
    if kernel_size <= 0 or kernel_size > x.shape[2] or kernel_size > x.shape[3]:
        raise ValueError("kernel_size out of range")
    return checks_nothing(x, kernel_size, stride)


@right
def offset_by_offset(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or min(x.shape[2:]) < kernel_size:
        raise ValueError("kernel_size")
    if stride < 1:
        raise ValueError("stride")
    h, w = x.shape[2:]
    position = np.broadcast_to(np.arange(h * w).reshape(h, w), x.shape)
    y = indices = None
    for u in range(kernel_size):
        for v in range(kernel_size):
            here = np.s_[:, :, u : h - kernel_size + u + 1 : stride, v : w - kernel_size + v + 1 : stride]
            if y is None:
                y, indices = x[here].copy(), position[here].copy()
            larger = x[here] > y
            y, indices = np.where(larger, x[here], y), np.where(larger, position[here], indices)
    return y, indices


@right
def window_by_window_with_unravel(x, kernel_size, stride=None):
    if kernel_size < 1 or kernel_size > x.shape[2] or kernel_size > x.shape[3]:
        raise ValueError(f"kernel_size {kernel_size} does not fit")
    step = kernel_size if stride is None else stride
    if step < 1:
        raise ValueError(f"stride {stride}")
    rows, columns = range(0, x.shape[2] - kernel_size + 1, step), range(0, x.shape[3] - kernel_size + 1, step)
    y, indices = [], []
    for r in rows:
        for q in columns:
            window = x[:, :, r : r + kernel_size, q : q + kernel_size].reshape(*x.shape[:2], -1)
            u, v = np.unravel_index(window.argmax(axis=2), (kernel_size, kernel_size))
            y.append(window.max(axis=2))
            indices.append(np.ravel_multi_index((r + u, q + v), x.shape[2:]))
    shape = (*x.shape[:2], len(rows), len(columns))
    return np.stack(y, axis=2).reshape(shape), np.stack(indices, axis=2).reshape(shape)
