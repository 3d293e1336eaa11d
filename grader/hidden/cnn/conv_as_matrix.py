"""Hidden tests of cnn/conv_as_matrix."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.conv_as_matrix import conv_as_matrix

independent = (
    "torch.conv2d(torch.eye(height * width, dtype=weight.dtype).reshape(-1, 1, height, width), weight[None, None]).flatten(1).T"
)


def sample(rng, size="small"):
    """Kernel, image and output have different numbers of rows and columns."""
    return (rng.normal(size=(1, 1)), 1, 1) if size == "ones" else (rng.normal(size=(3, 2)), 4, 6)


def correlate(x, w):
    """The definition, as sums over windows."""
    (h, width), (kh, kw) = x.shape, w.shape
    return np.array([[np.sum(x[i : i + kh, j : j + kw] * w) for j in range(width - kw + 1)] for i in range(h - kh + 1)])


def test_acts_as_the_convolution(yours, rng):
    """Times a flattened image it gives the flattened output, for wide and for high images and kernels."""
    for kernel, size in [((2, 3), (4, 5)), ((3, 2), (6, 3)), ((1, 2), (2, 4)), ((2, 1), (5, 3))]:
        w, x = rng.integers(-4, 5, kernel).astype(float), rng.integers(-4, 5, size).astype(float)
        agree(yours(w, *size) @ x.ravel(), correlate(x, w).ravel(), exact=True)


def test_on_paper(yours, rng):
    """A kernel of 2x2 on images of 3x3 gives this matrix of four rows."""
    want = [
        [1.0, 2.0, 0.0, 5.0, 7.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 2.0, 0.0, 5.0, 7.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 5.0, 7.0, 0.0],
        [0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 5.0, 7.0],
    ]
    agree(yours(np.array([[1.0, 2.0], [5.0, 7.0]]), 3, 3), np.array(want), exact=True)


def test_weights_are_shared(yours, rng):
    """Every row holds each number of the kernel once, and zeros."""
    w = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])
    got = yours(w, 4, 7)
    agree(got.sum(axis=1), np.full(15, 63.0), exact=True)
    agree(np.sort(got, axis=1)[:, -6:], np.tile(np.sort(w.ravel()), (15, 1)), exact=True)


def test_kernel_of_one_pixel(yours, rng):
    """A kernel of one pixel multiplies every pixel by the same number."""
    agree(yours(np.array([[-3.0]]), 2, 3), -3 * np.eye(6), exact=True)


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel as large as the image gives a single row: an ordinary neuron that sees everything."""
    w = rng.integers(1, 9, (2, 4)).astype(float)
    agree(yours(w, 2, 4), w.reshape(1, 8), exact=True)
    agree(yours(w, 2, 5).shape, (2, 10))


def test_the_way_back(yours, rng):
    """Transposed, it sends each output pixel back to the window that it came from."""
    w, g = rng.integers(-4, 5, (2, 3)).astype(float), rng.integers(-4, 5, (3, 2)).astype(float)
    back = np.zeros((4, 4))
    for i, j in np.ndindex(3, 2):
        back[i : i + 2, j : j + 3] += g[i, j] * w
    agree(yours(w, 4, 4).T @ g.ravel(), back.ravel(), exact=True)


def test_kernel_that_does_not_fit(yours, rng):
    """A kernel larger than the images, in one direction or both, raises a ValueError that names the weight."""
    w = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    for size in [(1, 5), (5, 2), (1, 2)]:
        with pytest.raises(ValueError, match="weight"):
            yours(w, *size)


def four_axes(weight, height, width):
    kh, kw = weight.shape
    return conv_as_matrix(weight, height, width).reshape(height - kh + 1, width - kw + 1, height, width)


def from_starts(weight, height, width, start):
    """A row for each output pixel, with the kernel from position start(i, j) on, as far as there is room."""
    rows = []
    (oh, ow), (kh, kw) = four_axes(weight, height, width).shape[:2], weight.shape
    for i, j in np.ndindex(oh, ow):
        row = np.zeros(height * width, weight.dtype)
        for u, v in np.ndindex(kh, kw):
            row[(start(i, j, ow) + u * width + v) % row.size] = weight[u, v]
        rows.append(row)
    return np.stack(rows)


@mistake("The kernel is flipped. What deep learning calls convolution uses the weight as it is.")
def flips_the_kernel(weight, height, width):
    return conv_as_matrix(weight[::-1, ::-1], height, width)


@mistake("The matrix is turned over. It has a row for each output pixel and a column for each pixel of the image.")
def turns_the_matrix(weight, height, width):
    return conv_as_matrix(weight, height, width).T.copy()


@mistake("The image is flattened column by column. Row by row is the order: pixel (r, q) belongs to column r * W + q.")
def flattens_the_image_by_columns(weight, height, width):
    m = four_axes(weight, height, width)
    return m.swapaxes(2, 3).reshape(len(m) * m.shape[1], -1)


@mistake("The output is flattened column by column. Row by row is the order: pixel (i, j) belongs to row i * OW + j.")
def flattens_the_output_by_columns(weight, height, width):
    m = four_axes(weight, height, width)
    return m.swapaxes(0, 1).reshape(-1, height * width)


@mistake("Each row is the one above, moved by one. At the end of a line of the output the window jumps to the next line.")
def moves_by_one_in_every_row(weight, height, width):
    return from_starts(weight, height, width, lambda i, j, ow: i * ow + j)


@mistake("The lines of the kernel follow each other without a gap. In the flattened image they lie W pixels apart.")
def leaves_no_gap_between_lines(weight, height, width):
    rows = []
    for i, j in np.ndindex(four_axes(weight, height, width).shape[:2]):
        row = np.zeros(height * width, weight.dtype)
        row[i * width + j : i * width + j + weight.size] = weight.ravel()[: row.size - i * width - j]
        rows.append(row)
    return np.stack(rows)


@mistake("There is a row for every pixel of the image, with windows that wrap around. Only windows inside the image count.")
def wraps_around(weight, height, width):
    conv_as_matrix(weight, height, width)
    first = np.zeros((height, width), weight.dtype)
    first[: weight.shape[0], : weight.shape[1]] = weight
    return np.stack([np.roll(first, (i, j), axis=(0, 1)).ravel() for i, j in np.ndindex(height, width)])


@mistake("There are ones where the weights belong. This is the pattern of the matrix: fill in the kernel.")
def fills_in_ones(weight, height, width):
    return conv_as_matrix(np.ones_like(weight), height, width)


@mistake("The result still has four axes. Join the two of the output and the two of the image: reshape to (OH OW, H W).")
def keeps_four_axes(weight, height, width):
    return four_axes(weight, height, width).copy()


@mistake("Height and width have changed places. The rows of the image come first.")
def exchanges_height_and_width(weight, height, width):
    return conv_as_matrix(weight, width, height)


@mistake("The kernel is turned over its diagonal: its rows lie along the rows of the image.")
def transposes_the_kernel(weight, height, width):
    conv_as_matrix(weight, height, width)
    return conv_as_matrix(weight.T.reshape(weight.shape), height, width)


@mistake("The matrix is float64 whatever the kernel is. Make the zeros with dtype=weight.dtype.")
def returns_float64(weight, height, width):
    return conv_as_matrix(weight, height, width).astype(np.float64)


@mistake("The matrix is float32 whatever the kernel is. Make the zeros with dtype=weight.dtype.")
def returns_float32(weight, height, width):
    return conv_as_matrix(weight, height, width).astype(np.float32)


@mistake("A kernel that does not fit gives a matrix without rows, or an error of NumPy's. Check first, and raise ValueError.")
def checks_nothing(weight, height, width):
    kh, kw = weight.shape
    if kh > height or kw > width:
        return np.zeros((0, height * width), weight.dtype)
    return conv_as_matrix(weight, height, width)


@mistake("Only the rows of the kernel are checked. It must fit in both directions.")
def checks_the_rows_only(weight, height, width):
    if len(weight) <= height < height * width and weight.shape[1] > width:
        return np.zeros((0, height * width), weight.dtype)
    return conv_as_matrix(weight, height, width)


@mistake("You flip the kernel in place. It belongs to the caller: leave it as it is.")
def overwrites_the_kernel(weight, height, width):
    result = conv_as_matrix(weight, height, width)
    weight[:] = weight[::-1, ::-1].copy()
    return result


@right
def column_by_column(weight, height, width):
    (kh, kw), images = weight.shape, np.eye(height * width, dtype=weight.dtype).reshape(-1, height, width)
    if kh > height or kw > width:
        raise ValueError("weight is too large")
    windows = np.lib.stride_tricks.sliding_window_view(images, (kh, kw), axis=(1, 2))
    return np.einsum("pijuv,uv->ijp", windows, weight).reshape(-1, height * width)


@right
def number_by_number(weight, height, width):
    kh, kw = weight.shape
    oh, ow = height + 1 - kh, width + 1 - kw
    if oh <= 0 or ow <= 0:
        raise ValueError("the weight does not fit")
    m = np.zeros((oh * ow, height * width), dtype=weight.dtype)
    for row, column in np.ndindex(m.shape):
        u, v = column // width - row // ow, column % width - row % ow
        if 0 <= u < kh and 0 <= v < kw:
            m[row, column] = weight[u, v]
    return m


@right
def by_kronecker_products(weight, height, width):
    kh, kw = weight.shape
    if height < kh or width < kw:
        raise ValueError(f"weight {weight.shape}")
    oh, ow = height - kh + 1, width - kw + 1
    parts = [weight[u, v] * np.kron(np.eye(oh, height, u), np.eye(ow, width, v)) for u in range(kh) for v in range(kw)]
    return np.sum(parts, axis=0).astype(weight.dtype)
