"""Hidden tests of convolution/im2col."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.im2col import im2col

independent = "torch.nn.functional.unfold(x, kernel_size, stride=stride, padding=padding)"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length, and stride and padding act together."""
    if size == "ones":
        return rng.normal(size=(1, 1, 3, 2)), (3, 2), 1, 0
    return rng.normal(size=(2, 3, 7, 10)), (2, 4), 2, 1


def integers(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_columns_are_windows(yours, rng):
    """Each column is one window, flattened: channel by channel, and row by row inside."""
    x = integers(rng, 2, 3, 4, 6)
    cols = yours(x, (2, 3))
    for i, j in np.ndindex(3, 4):
        agree(cols[:, :, 4 * i + j], x[:, :, i : i + 2, j : j + 3].reshape(2, -1), exact=True)


def test_product_is_the_convolution(yours, rng):
    """Flattened filters times the columns are the convolution, one image at a time."""
    x, weight = integers(rng, 2, 3, 5, 4), integers(rng, 4, 3, 2, 3)
    y = (weight.reshape(4, -1) @ yours(x, (2, 3))).reshape(2, 4, 4, 2)
    for o, i, j in np.ndindex(4, 4, 2):
        agree(y[:, o, i, j], (x[:, :, i : i + 2, j : j + 3] * weight[o]).sum(axis=(1, 2, 3)), exact=True, scale=1e3)


def test_stride_and_padding(yours, rng):
    """Stride moves the window, padding adds zeros on all four sides, and incomplete windows are left out."""
    x = integers(rng, 2, 2, 7, 5)
    for kernel_size, stride, padding in [((3, 2), 2, 0), ((3, 2), 3, 0), ((2, 3), 1, 2), ((2, 4), 3, 1), ((1, 1), 2, 1)]:
        agree(yours(x, kernel_size, stride, padding), im2col(x, kernel_size, stride, padding), exact=True)


def test_window_of_one_pixel(yours, rng):
    """A window of one pixel only lays the pixels of each channel in a row, in a new array."""
    x = integers(rng, 2, 3, 4, 5)
    agree(yours(x, (1, 1)), x.reshape(2, 3, 20), exact=True)


def test_window_as_large_as_the_image(yours, rng):
    """A window as large as the padded image fits once: one column, with everything in it."""
    x = integers(rng, 2, 3, 2, 4)
    agree(yours(x, (2, 4)), x.reshape(2, 24, 1), exact=True)
    agree(yours(x, (4, 6), padding=1), np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1))).reshape(2, -1, 1), exact=True)


def test_how_often_a_pixel_is_copied(yours, rng):
    """At stride 1, a pixel in the middle of the image is copied once for each pixel of the window, one in a corner once."""
    x = np.zeros((1, 1, 5, 6))
    x[0, 0, 2, 3] = 1.0
    agree(np.sum(yours(x, (3, 2))), 6.0)
    corner = np.zeros((1, 1, 5, 6))
    corner[0, 0, 4, 5] = 1.0
    agree(np.sum(yours(corner, (3, 2))), 1.0)


def test_bad_arguments(yours, rng):
    """Arguments that make no sense raise a ValueError that names them."""
    x = integers(rng, 2, 3, 4, 6)
    for argument, kernel_size, stride, padding in [
        ("stride", (2, 2), 0, 0),
        ("stride", (2, 2), -1, 0),
        ("padding", (2, 2), 1, -1),
        ("kernel_size", (5, 2), 1, 0),
        ("kernel_size", (2, 7), 1, 0),
        ("kernel_size", (7, 2), 1, 1),
        ("kernel_size", (2, 9), 2, 1),
        ("kernel_size", (0, 2), 1, 0),
        ("kernel_size", (2, 0), 1, 0),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, kernel_size, stride, padding)


def split(x, kernel_size, stride, padding):
    """The right answer with all its six axes: (N, C, KH, KW, OH, OW)."""
    cols = im2col(x, kernel_size, stride, padding)
    out_height = (x.shape[2] + 2 * padding - kernel_size[0]) // stride + 1
    return cols.reshape(*x.shape[:2], *kernel_size, out_height, -1)


@mistake("Inside a column, the place in the window comes first and the channel last. Channels come first: c, then u, then v.")
def puts_the_channel_last(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).transpose(0, 2, 3, 1, 4, 5).reshape(cols.shape)


@mistake("Windows are flattened down their columns. Row u comes before column v: the last index moves fastest.")
def flattens_windows_down_the_columns(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).transpose(0, 1, 3, 2, 4, 5).reshape(cols.shape)


@mistake(
    "The windows are in the wrong order: they go down the image first. Read along the rows: window (i, j) is column i * OW + j."
)
def orders_windows_down_the_columns(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).transpose(0, 1, 2, 3, 5, 4).reshape(cols.shape)


@mistake("The matrix is transposed: windows lie in its rows. Each window is a column: (N, C * KH * KW, OH * OW).")
def puts_windows_into_rows(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size, stride, padding).swapaxes(1, 2).copy()


@mistake(
    "You reshape the windows without moving their axes first, so the shape is right and the numbers are in the wrong places. "
    "Transpose channel and window in front of the output position."
)
def reshapes_without_transposing(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).transpose(0, 1, 4, 5, 2, 3).reshape(cols.shape)


@mistake("All images share one matrix. Keep the axis of the batch: each image has a matrix of its own.")
def merges_the_batch(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return cols.transpose(1, 2, 0).reshape(cols.shape[1], -1)


@mistake("Each window is turned by 180 degrees. The weights are used as they are: flatten the window as it is.")
def flips_the_windows(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding)[:, :, ::-1, ::-1].reshape(cols.shape)


@mistake("kernel_size is (rows, columns), as is everything about images. You take it for (columns, rows).")
def exchanges_rows_and_columns(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size[::-1], stride, padding)


@mistake("Stride has no effect: the window moves by one pixel. Step it by `stride` rows and `stride` columns.")
def ignores_the_stride(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(x, kernel_size, 1, padding)


@mistake("Windows do not overlap: the window moves by its own size. It moves by `stride`.")
def takes_disjoint_windows(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    cols = split(x, kernel_size, 1, padding)[..., :: kernel_size[0], :: kernel_size[1]]
    return cols.reshape(len(x), -1, cols.shape[4] * cols.shape[5])


@mistake("You add zeros at the bottom and right only. Padding goes on all four sides: top, bottom, left and right.")
def pads_one_side(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding))), kernel_size, stride)


@mistake("Padding repeats the border pixels. What it adds are zeros, on all four sides.")
def pads_with_the_border(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge"), kernel_size, stride)


@mistake("The result is always float64. Keep the dtype of x: make new arrays with dtype=x.dtype.")
def returns_float64(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size, stride, padding).astype(np.float64)


@mistake("Bad arguments pass unnoticed. Check stride, padding and kernel_size first, and raise a ValueError that names them.")
def checks_nothing(x, kernel_size, stride=1, padding=0):
    try:
        return im2col(x, kernel_size, stride, padding)
    except ValueError:
        return np.zeros((len(x), x.shape[1] * kernel_size[0] * kernel_size[1], 0), dtype=x.dtype)


@mistake("A window that is too wide goes unnoticed. Compare its rows with those of the padded image, and its columns too.")
def compares_the_rows_only(x, kernel_size, stride=1, padding=0):
    rows, columns = kernel_size
    if stride > 0 <= padding and 0 < rows <= x.shape[2] + 2 * padding and columns > x.shape[3] + 2 * padding:
        return np.zeros((len(x), x.shape[1] * rows * columns, 0), dtype=x.dtype)
    return im2col(x, kernel_size, stride, padding)


def padded_image(x, kernel_size, stride, padding):
    """The padded image and the size of the output, or an error."""
    if stride <= 0:
        raise ValueError("stride is too small")
    if padding < 0:
        raise ValueError("padding is negative")
    big = np.zeros((*x.shape[:2], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), dtype=x.dtype)
    big[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    (kh, kw), (h, w) = kernel_size, big.shape[2:]
    if min(kh, kw) < 1 or kh > h or kw > w:
        raise ValueError(f"kernel_size {kernel_size} makes no sense here")
    return big, (h - kh) // stride + 1, (w - kw) // stride + 1


@right
def column_by_column(x, kernel_size, stride=1, padding=0):
    big, oh, ow = padded_image(x, kernel_size, stride, padding)
    columns = []
    for i in range(0, oh * stride, stride):
        for j in range(0, ow * stride, stride):
            columns.append(big[:, :, i : i + kernel_size[0], j : j + kernel_size[1]].reshape(len(x), -1))
    return np.stack(columns, axis=-1)


@right
def row_by_row(x, kernel_size, stride=1, padding=0):
    big, oh, ow = padded_image(x, kernel_size, stride, padding)
    n, c = x.shape[:2]
    cols = np.empty((n, c, *kernel_size, oh, ow), dtype=x.dtype)
    for u, v in np.ndindex(*kernel_size):
        cols[:, :, u, v] = big[:, :, u : u + stride * oh : stride, v : v + stride * ow : stride][:, :, :oh, :ow]
    return cols.reshape(n, -1, oh * ow)


@right
def by_an_array_of_positions(x, kernel_size, stride=1, padding=0):
    big, oh, ow = padded_image(x, kernel_size, stride, padding)
    c, u, v = (index.reshape(-1, 1) for index in np.indices((x.shape[1], *kernel_size)))
    i, j = (index.reshape(1, -1) for index in np.indices((oh, ow)))
    return big[:, c, i * stride + u, j * stride + v]
