"""Hidden tests of convolution/avg_pool2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.avg_pool2d import avg_pool2d

independent = "torch.nn.functional.avg_pool2d(x, kernel_size, stride, padding, count_include_pad=count_include_pad)"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length; windows overlap, and those at the border have fewer pixels."""
    if size == "ones":
        return rng.normal(size=(1, 1, 3, 2)), 2, 1, 0, True
    counts = bool(rng.integers(2)) if size == "random" else False
    return rng.normal(size=(2, 3, 7, 10)), 3, 2, 1, counts


def integers(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_windows_that_touch(yours, rng):
    """By default windows touch and do not overlap, and those that would stick out are left out."""
    x = integers(rng, 2, 3, 5, 7)
    agree(yours(x, 2), x[:, :, :4, :6].reshape(2, 3, 2, 2, 3, 2).mean(axis=(3, 5)))
    agree(yours(x, 3), x[:, :, :3, :6].reshape(2, 3, 1, 3, 2, 3).mean(axis=(3, 5)))


def test_stride(yours, rng):
    """Stride moves the window, smaller or larger than the window itself."""
    x = integers(rng, 2, 2, 7, 5)
    for kernel_size, stride in [(3, 1), (2, 3), (3, 2), (1, 2)]:
        agree(yours(x, kernel_size, stride), avg_pool2d(x, kernel_size, stride))


def test_padding_counts_by_default(yours, rng):
    """By default the zeros of the padding count: every sum is divided by nine, also at the border."""
    x, want = np.array([[[[9.0, 0.0, 18.0], [0.0, 9.0, 0.0]]]]), np.array([[[[2.0, 4.0, 3.0], [2.0, 4.0, 3.0]]]])
    agree(yours(x, 3, 1, 1, count_include_pad=True), want)
    agree(yours(x, 3, 1, 1), want)


def test_padding_that_does_not_count(yours, rng):
    """Where the padding does not count, a constant image stays constant."""
    x = np.broadcast_to(np.array([7.0, -3.0]).reshape(1, 2, 1, 1), (1, 2, 5, 6)).copy()
    for kernel_size, stride, padding in [(3, 1, 1), (2, 2, 1), (5, 3, 2), (4, 1, 2)]:
        y = yours(x, kernel_size, stride, padding, count_include_pad=False)
        agree(y, avg_pool2d(x, kernel_size, stride, padding, count_include_pad=False))
        agree(y[0, :, 0, 0], np.array([7.0, -3.0]))


def test_black_pixels_count(yours, rng):
    """A real pixel that is black counts in either case."""
    x = np.zeros((1, 1, 3, 3))
    x[0, 0, 0, 0] = 12.0
    for count_include_pad, corner in [(False, 3.0), (True, 12.0 / 9.0)]:
        agree(yours(x, 3, 1, 1, count_include_pad)[0, 0, 0, 0], corner)


def test_global_average(yours, rng):
    """A window as large as the image gives one mean for each channel of each image."""
    x = integers(rng, 2, 3, 5, 5)
    agree(yours(x, 5), x.mean(axis=(2, 3), keepdims=True))
    agree(yours(x[:, :, :2, :3], 4, 4, 1, count_include_pad=False), x[:, :, :2, :3].mean(axis=(2, 3), keepdims=True))


def test_far_from_zero(yours, rng):
    """In float32 a mean is as exact at the end of a large bright image as at its beginning."""
    x = (1000 + rng.normal(size=(1, 1, 60, 70))).astype(np.float32)
    agree(yours(x, 2), x.reshape(1, 1, 30, 2, 35, 2).astype(np.float64).mean(axis=(3, 5)).astype(np.float32))


def test_window_of_one_pixel(yours, rng):
    """A window of one pixel changes nothing, and gives a new array."""
    x = integers(rng, 2, 3, 4, 5)
    for count_include_pad in (True, False):
        agree(yours(x, 1, count_include_pad=count_include_pad), x)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x = integers(rng, 2, 3, 4, 6)
    for argument, kernel_size, stride, padding in [
        ("stride", 2, -1, 0),
        ("stride", 2, 0, 0),
        ("padding", 2, 1, -1),
        ("padding", 2, 1, 2),
        ("padding", 3, 1, 2),
        ("kernel_size", 0, 1, 0),
        ("kernel_size", -2, 1, 0),
        ("kernel_size", 5, 1, 0),
        ("kernel_size", 7, 1, 1),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, kernel_size, stride, padding)


def frame(x, padding, **how):
    return np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), **how)


def counts(x, kernel_size, stride, padding, count_include_pad):
    """What the sum of each window is divided by."""
    if count_include_pad:
        return kernel_size**2
    return kernel_size**2 * avg_pool2d(np.ones_like(x), kernel_size, stride, padding)


@mistake("The padding always counts. With count_include_pad=False, divide by the number of pixels that lie inside the image.")
def always_counts_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding)


@mistake("The padding never counts. With count_include_pad=True, the default, every window is divided by k times k.")
def never_counts_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad=False)


@mistake("The default of count_include_pad is True, as in PyTorch. You have False.")
def does_not_count_the_padding_by_default(x, kernel_size, stride=None, padding=0, count_include_pad=False):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)


@mistake("You count the pixels that are not zero. A real pixel may be black: count those that lie inside the image.")
def counts_what_is_not_zero(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    total = avg_pool2d(x, kernel_size, stride, padding) * kernel_size**2
    seen = avg_pool2d((x != 0).astype(x.dtype), kernel_size, stride, padding) * kernel_size**2
    return avg_pool2d(x, kernel_size, stride, padding) if count_include_pad else total / np.maximum(seen, 1)


@mistake("You return the sums of the windows. Divide each by the number of pixels that count.")
def sums_the_window(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    y = avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    return y * counts(x, kernel_size, stride, padding, count_include_pad)


@mistake("You divide by k. A window that is k pixels high and k pixels wide has k times k pixels.")
def divides_by_the_side(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad) * kernel_size


@mistake("This is max pooling: the largest pixel of each window. Average pooling takes the mean.")
def takes_the_maximum(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    step = kernel_size if stride is None else stride
    windows = np.lib.stride_tricks.sliding_window_view(frame(x, padding), (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::step, ::step].max(axis=(4, 5))


@mistake("The channels are averaged as well. Each channel is pooled on its own, and the result has as many as the image.")
def averages_the_channels(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    y = avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    return np.repeat(y.mean(axis=1, keepdims=True), y.shape[1], axis=1)


@mistake("Without a stride your window moves by one pixel. None means a stride of kernel_size.")
def moves_by_one_by_default(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, 1 if stride is None else stride, padding, count_include_pad)


@mistake("A stride of 0 is taken for None, because both count as false. Compare with None, and refuse 0.")
def takes_zero_for_none(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride or kernel_size, padding, count_include_pad)


@mistake("Stride has no effect: your windows always touch. Move the window by `stride` if it is given.")
def ignores_the_stride(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(x, kernel_size, None, padding, count_include_pad)


@mistake("Padding has no effect. Put that many rows and columns of zeros on each of the four sides.")
def ignores_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(x, kernel_size, stride)


@mistake("Padding repeats the border pixels. Add zeros, and let count_include_pad decide whether they count.")
def pads_with_the_border(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(frame(x, padding, mode="edge"), kernel_size, kernel_size if stride is None else stride)


@mistake("The zeros are at the bottom and right only. Padding goes on all four sides: top, bottom, left and right.")
def pads_one_side(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    around = ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding))
    total = avg_pool2d(np.pad(x, around), kernel_size, stride)
    return (
        total if count_include_pad else total / np.maximum(avg_pool2d(np.pad(np.ones_like(x), around), kernel_size, stride), 1e-9)
    )


@mistake("The means are rounded down, by // or an integer type. A mean is rarely a whole number: divide with a single slash.")
def rounds_down(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return np.floor(avg_pool2d(x, kernel_size, stride, padding, count_include_pad))


@mistake("A float32 image gives float64. Keep the dtype of x, also of the ones that you count with.")
def returns_float64(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad).astype(np.float64)


@mistake("A padding of more than half of the kernel passes: some windows have no pixel of the image. Raise a ValueError.")
def allows_any_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if 2 * padding <= kernel_size or kernel_size < 1 or (stride is not None and stride < 1):
        return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    return avg_pool2d(frame(x, padding), kernel_size, stride)


@mistake("Arguments that make no sense pass unnoticed. Check them first, and raise a ValueError that names the argument.")
def checks_nothing(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    try:
        return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    except ValueError:
        return np.zeros((*x.shape[:2], 0, 0), dtype=x.dtype)


def windows_of(x, kernel_size, stride, padding):
    """Top left corners of all windows, counted in the image without padding, or an error."""
    step = kernel_size if stride is None else stride
    if step < 1 and kernel_size >= 1:
        raise ValueError("stride must be positive")
    if padding not in range(max(kernel_size, 1) // 2 + 1):
        raise ValueError("padding is out of range")
    (h, w), last = x.shape[2:], padding - kernel_size
    if kernel_size < 1 or h + padding + last < 0 or w + padding + last < 0:
        raise ValueError("kernel_size is out of range")
    return range(-padding, h + last + 1, step), range(-padding, w + last + 1, step)


@right
def window_by_window(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    rows, columns = windows_of(x, kernel_size, stride, padding)
    y = np.empty((*x.shape[:2], len(rows), len(columns)), dtype=x.dtype)
    for (i, top), (j, left) in ((row, column) for row in enumerate(rows) for column in enumerate(columns)):
        inside = x[:, :, max(top, 0) : top + kernel_size, max(left, 0) : left + kernel_size]
        mean = inside.mean(axis=(2, 3))
        y[:, :, i, j] = mean * (inside[0, 0].size / kernel_size**2) if count_include_pad else mean
    return y


@right
def rows_first_then_columns(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    rows, columns = windows_of(x, kernel_size, stride, padding)
    pools = []
    for length, starts in [(x.shape[2], rows), (x.shape[3], columns)]:
        place = np.arange(length) - np.array(starts)[:, None]
        pool = ((place >= 0) & (place < kernel_size)).astype(x.dtype)  # (windows, pixels)
        pools.append(pool / (kernel_size if count_include_pad else pool.sum(axis=1, keepdims=True)))
    return pools[0] @ x @ pools[1].T


@right
def by_shifted_images(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    rows, columns = windows_of(x, kernel_size, stride, padding)
    big, real = frame(x, padding), np.pad(np.ones(x.shape[2:], dtype=x.dtype), padding)
    total, count = 0, 0
    for u, v in np.ndindex(kernel_size, kernel_size):
        part = np.ix_([padding + row + u for row in rows], [padding + column + v for column in columns])
        total, count = total + big[(..., *part)], count + real[part]
    return total / (kernel_size * kernel_size if count_include_pad else count)
