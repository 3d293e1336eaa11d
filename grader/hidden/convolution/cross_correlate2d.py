"""Hidden tests of convolution/cross_correlate2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.cross_correlate2d import cross_correlate2d

independent = "torch.conv2d(image[None, None], kernel[None, None])[0, 0]"


def sample(rng, size="small"):
    """Image and kernel have four different sides; nothing is negative, so that running totals grow and lose digits."""
    shapes = ((3, 1), (2, 1)) if size == "ones" else ((24, 20), (3, 2))
    return rng.uniform(size=shapes[0]), rng.uniform(size=shapes[1])


def integers(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_values(yours, rng):
    """Right for kernels of any shape."""
    image = integers(rng, 7, 5)
    for height, width in [(3, 3), (2, 4), (4, 1), (1, 3)]:
        kernel, want = integers(rng, height, width), np.zeros((8 - height, 6 - width))
        for i, j in np.ndindex(want.shape):
            want[i, j] = (image[i : i + height, j : j + width] * kernel).sum()
        agree(yours(image, kernel), want)


def test_single_bright_pixel(yours, rng):
    """A single bright pixel gives back the kernel, turned by 180 degrees."""
    image, kernel = np.zeros((5, 3)), integers(rng, 3, 2)
    image[2, 1] = 1.0
    agree(yours(image, kernel), kernel[::-1, ::-1])


def test_kernel_with_a_single_one(yours, rng):
    """A kernel with a single 1 copies the pixels under it."""
    image, kernel = rng.normal(size=(6, 7)), np.zeros((3, 3))
    kernel[0, 2] = 1.0
    agree(yours(image, kernel), image[:4, 2:])


def test_kernel_of_one(yours, rng):
    """A 1x1 kernel scales the image and keeps its size."""
    image = integers(rng, 4, 6)
    agree(yours(image, np.array([[-3.0]])), -3.0 * image)


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel as large as the image gives one number."""
    image, kernel = integers(rng, 4, 3), integers(rng, 4, 3)
    products = image * kernel
    agree(yours(image, kernel), np.array([[np.sum(products)]]), scale=np.abs(products).sum())


def test_kernel_that_does_not_fit(yours, rng):
    """A kernel with more rows or columns than the image raises a ValueError that names it."""
    for kernel_shape in [(7, 7), (5, 3), (4, 4), (5, 1), (1, 4)]:
        with pytest.raises(ValueError, match="kernel"):
            yours(integers(rng, 4, 3), integers(rng, *kernel_shape))


@mistake(
    "This is true convolution: your kernel is turned by 180 degrees first. Cross-correlation, which deep learning calls "
    "convolution, uses the kernel as it is."
)
def flips_the_kernel(image, kernel):
    return cross_correlate2d(image, kernel[::-1, ::-1])


@mistake("Your kernel is transposed: rows of the kernel go with rows of the image, its height with the image's height.")
def transposes_the_kernel(image, kernel):
    return cross_correlate2d(image, kernel.T)


@mistake("The last row and column of windows are missing: n pixels have room for n - k + 1 windows, not n - k.")
def stops_one_window_early(image, kernel):
    return cross_correlate2d(image, kernel)[:-1, :-1]


@mistake(
    "You cut the image into blocks that do not overlap. The window moves on by one pixel, not by its own size, so "
    "neighbouring windows share pixels."
)
def takes_disjoint_blocks(image, kernel):
    return cross_correlate2d(image, kernel)[:: kernel.shape[0], :: kernel.shape[1]]


@mistake("The image is padded with zeros so that the output has its size. Only windows inside the image count here.")
def pads_to_the_same_size(image, kernel):
    cross_correlate2d(image, kernel)
    above, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    around = ((above, kernel.shape[0] - 1 - above), (left, kernel.shape[1] - 1 - left))
    return cross_correlate2d(np.pad(image, around), kernel)


@mistake("You divide by the number of kernel entries, which gives the mean of the products. The output is their sum.")
def averages_the_window(image, kernel):
    return cross_correlate2d(image, kernel) / kernel.size


@mistake("Your windows are square, with the height of the kernel for both sides. They are as wide as the kernel is wide.")
def takes_square_windows(image, kernel):
    cross_correlate2d(image, kernel)
    side = kernel.shape[0]
    y = np.zeros(np.subtract(image.shape, side) + 1, dtype=image.dtype)
    for i, j in np.ndindex(y.shape):
        y[i, j] = np.sum(image[i : i + side, j : j + side] * kernel)
    return y


@mistake("You compute in float64 whatever comes in. Create the result in the dtype of the image: float32 stays float32.")
def always_float64(image, kernel):
    return cross_correlate2d(image.astype(np.float64), kernel.astype(np.float64))


@mistake("A kernel that is larger than the image goes unnoticed. Compare both sides first, and raise a ValueError.")
def checks_nothing(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    return (
        cross_correlate2d(image, kernel)
        if kh <= h and kw <= w
        else np.zeros((max(h - kh + 1, 0), max(w - kw + 1, 0)), image.dtype)
    )


@mistake("You multiply the image itself by the kernel. Work on copies of the windows: the caller still needs the image.")
def overwrites_the_image(image, kernel):
    y = cross_correlate2d(image, kernel)
    image[: kernel.shape[0], : kernel.shape[1]] *= kernel
    return y


@mistake("Rows and columns are mixed up: the list of sums is reshaped to (columns, rows). Rows come first.")
def reshapes_to_columns_first(image, kernel):
    y = cross_correlate2d(image, kernel)
    return y.reshape(y.shape[::-1])


@mistake("The result is float32 whatever comes in, as torch.zeros makes it. Keep the dtype of the image: pass dtype=image.dtype.")
def always_float32(image, kernel):
    return cross_correlate2d(image, kernel).astype(np.float32)


@mistake("A kernel that does not fit ends in an error of the library. Compare the sides first, and raise ValueError yourself.")
def leaves_the_check_to_the_library(image, kernel):
    try:
        return cross_correlate2d(image, kernel)
    except ValueError:
        raise RuntimeError("maximum size for tensor is smaller") from None


@mistake("A kernel is refused only if it is too high and too wide. Either is enough: put `or` between the two comparisons.")
def refuses_what_is_too_high_and_too_wide(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    fits = (kh <= h and kw <= w) or (kh > h and kw > w)
    return cross_correlate2d(image, kernel) if fits else np.zeros((max(h - kh + 1, 0), max(w - kw + 1, 0)), image.dtype)


@mistake("A kernel as large as the image is refused, though it fits once. Refuse only what is larger: > and not >=.")
def refuses_an_exact_fit(image, kernel):
    if image.shape == kernel.shape:
        raise ValueError("the kernel does not fit")
    return cross_correlate2d(image, kernel)


@right
def with_four_loops(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("the kernel is too large")
    out = np.empty((h - kh + 1, w - kw + 1), dtype=image.dtype)
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            total = 0.0
            for u in range(kh):
                for v in range(kw):
                    total += float(image[i + u, j + v]) * float(kernel[u, v])
            out[i, j] = total
    return out


@right
def by_shifted_copies(image, kernel):
    oh, ow = np.subtract(image.shape, kernel.shape) + 1
    if min(oh, ow) < 1:
        raise ValueError(f"kernel {kernel.shape} too large")
    y = np.zeros((oh, ow), dtype=image.dtype)
    for (u, v), value in np.ndenumerate(kernel):
        y += value * image[u : u + oh, v : v + ow]
    return y


@right
def by_fast_fourier_transform(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel")
    spectrum = np.fft.rfft2(image) * np.conj(np.fft.rfft2(kernel, image.shape))
    return np.fft.irfft2(spectrum, image.shape)[: h - kh + 1, : w - kw + 1].astype(image.dtype)


@right
def by_matrix_product(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if not (kh <= h and kw <= w):
        raise ValueError("kernel")
    rows = [image[i : i + kh, j : j + kw].ravel() for i in range(h - kh + 1) for j in range(w - kw + 1)]
    return (np.array(rows) @ kernel.ravel()).reshape(h - kh + 1, w - kw + 1)


@right
def as_convolution_with_a_turned_kernel(image, kernel):
    kh, kw = kernel.shape
    if kh > image.shape[0] or kw > image.shape[1]:
        raise ValueError("kernel larger than image")
    rows = []
    for i in range(image.shape[0] - kh + 1):
        rows.append(sum(np.convolve(image[i + u], kernel[u, ::-1], mode="full")[kw - 1 : image.shape[1]] for u in range(kh)))
    return np.stack(rows)
