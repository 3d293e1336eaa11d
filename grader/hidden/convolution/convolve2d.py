"""Hidden tests of convolution/convolve2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.convolve2d import convolve2d

independent = "scipy.signal.convolve2d(image, kernel, mode)"


def sample(rng, size="small"):
    """Image and kernel have four different sides; in full mode every border counts."""
    shapes = ((3, 1), (2, 1)) if size == "ones" else ((9, 8), (3, 2))
    return rng.normal(size=shapes[0]), rng.normal(size=shapes[1]), "full"


def integers(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_product_of_polynomials(yours, rng):
    """In one row, or in one column, full convolution multiplies polynomials."""
    first, second = np.array([[1.0, -2.0, 3.0]]), np.array([[4.0, 5.0]])
    agree(yours(first, second, "full"), np.array([[4.0, -3.0, 2.0, 15.0]]), exact=True)
    agree(yours(first.T, second.T, "full"), np.array([[4.0], [-3.0], [2.0], [15.0]]), exact=True)


def test_single_bright_pixel(yours, rng):
    """A single bright pixel comes back as a picture of the kernel, the right way round."""
    image, kernel = np.zeros((5, 6)), integers(rng, 3, 2)
    image[2, 3] = 1.0
    want = np.zeros((7, 7))
    want[2:5, 3:5] = kernel
    agree(yours(image, kernel, "full"), want, exact=True)
    agree(yours(image, kernel), want[2:5, 1:6], exact=True)


def test_valid_is_the_middle_of_full(yours, rng):
    """The valid pixels are those of the full result that use nothing from outside, and they are the default."""
    image, kernel = integers(rng, 7, 5), integers(rng, 3, 2)
    inside = convolve2d(image, kernel, "full")[2:7, 1:5]
    agree(yours(image, kernel, "valid"), inside, exact=True)
    agree(yours(image, kernel), inside, exact=True)


def test_image_and_kernel_change_places(yours, rng):
    """In full mode image and kernel may change places, so the kernel may be larger than the image."""
    image, kernel = integers(rng, 5, 4), integers(rng, 2, 3)
    want = convolve2d(image, kernel, "full")
    agree(yours(image, kernel, "full"), want, exact=True)
    agree(yours(kernel, image, "full"), want, exact=True)
    tall, wide = integers(rng, 6, 1), integers(rng, 1, 5)
    agree(yours(tall, wide, "full"), tall * wide, exact=True)


def test_one_kernel_after_another(yours, rng):
    """Two kernels one after the other act like their convolution, all at once."""
    image, first, second = integers(rng, 7, 8), integers(rng, 2, 3), integers(rng, 3, 2)
    both = convolve2d(first, second, "full")
    agree(yours(yours(image, first), second), convolve2d(image, both), exact=True)


def test_kernel_of_one(yours, rng):
    """A 1x1 kernel scales the image and keeps its size, in either mode."""
    image = integers(rng, 4, 6)
    for mode in ("valid", "full"):
        agree(yours(image, np.array([[-3.0]]), mode), -3.0 * image, exact=True)


def test_kernel_as_large_as_the_image(yours, rng):
    """A kernel as large as the image lies inside it once, turned by 180 degrees."""
    image, kernel = integers(rng, 4, 3), integers(rng, 4, 3)
    products = image * kernel[::-1, ::-1]
    agree(yours(image, kernel), np.array([[products.sum()]]), exact=True, scale=np.abs(products).sum())


def test_kernel_that_does_not_fit(yours, rng):
    """In valid mode a kernel with more rows or columns than the image raises a ValueError that names it."""
    for shape in [(5, 3), (4, 4), (5, 1), (1, 4)]:
        with pytest.raises(ValueError, match="kernel"):
            yours(integers(rng, 4, 3), integers(rng, *shape))


def test_unknown_mode(yours, rng):
    """A mode that does not exist raises a ValueError that names the argument."""
    for mode in ("same", "FULL", "", "wrap"):
        with pytest.raises(ValueError, match="mode"):
            yours(integers(rng, 4, 3), integers(rng, 2, 2), mode)


@mistake("This is cross-correlation, the operation of deep learning. True convolution turns the kernel by 180 degrees first.")
def does_not_flip(image, kernel, mode="valid"):
    return convolve2d(image, kernel[::-1, ::-1], mode)


@mistake("Only the rows of the kernel are reversed, which mirrors it. A turn by 180 degrees reverses rows and columns.")
def flips_the_rows_only(image, kernel, mode="valid"):
    return convolve2d(image, kernel[:, ::-1], mode)


@mistake("Only the columns of the kernel are reversed, which mirrors it. A turn by 180 degrees reverses rows and columns.")
def flips_the_columns_only(image, kernel, mode="valid"):
    return convolve2d(image, kernel[::-1], mode)


@mistake("You transpose the kernel. Turning it by 180 degrees keeps its shape and reverses the order of rows and columns.")
def transposes_the_kernel(image, kernel, mode="valid"):
    return convolve2d(image, kernel.T[::-1, ::-1], mode)


@mistake("Image and kernel are both turned, so that two turns cancel and the result is upside down. Turn the kernel only.")
def flips_the_image_as_well(image, kernel, mode="valid"):
    return convolve2d(image[::-1, ::-1], kernel, mode)


@mistake("The mode has no effect: you always return the valid part. In full mode the kernel may stick out of the image.")
def is_always_valid(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    return convolve2d(image, kernel)


@mistake("The default is the full convolution, as in SciPy. Here it is the valid one.")
def is_full_by_default(image, kernel, mode="full"):
    return convolve2d(image, kernel, mode)


@mistake("In full mode you keep the size of the image. That is 'same': full has H + KH - 1 rows and W + KW - 1 columns.")
def takes_full_for_same(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    if mode == "valid":
        return y
    top, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    return y[top : top + image.shape[0], left : left + image.shape[1]]


@mistake("Full mode pads by the whole kernel. KH - 1 rows and KW - 1 columns on each side do: the last one must touch the image.")
def pads_by_the_whole_kernel(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    return y if mode == "valid" else np.pad(y, 1)


@mistake("Rows and columns change places when you pad: KH - 1 rows belong above and below, KW - 1 columns left and right.")
def pads_rows_by_the_width(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = np.subtract(kernel.shape, 1) * (mode == "full")
    return convolve2d(np.pad(image, ((columns, columns), (rows, rows))), kernel)


@mistake("Full mode repeats the border pixels. Outside the image everything is zero.")
def pads_with_the_border(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = np.subtract(kernel.shape, 1) * (mode == "full")
    return convolve2d(np.pad(image, ((rows, rows), (columns, columns)), mode="edge"), kernel)


@mistake("The image wraps around at its borders, as with a Fourier transform without padding. Outside it everything is zero.")
def wraps_around(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = np.subtract(kernel.shape, 1) * (mode == "full")
    return convolve2d(np.pad(image, ((rows, rows), (columns, columns)), mode="wrap"), kernel)


@mistake("A kernel larger than the image is refused in full mode too. There it is allowed: image and kernel may change places.")
def refuses_a_larger_kernel(image, kernel, mode="valid"):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("the kernel does not fit")
    return convolve2d(image, kernel, mode)


@mistake("In valid mode you exchange image and kernel where the kernel is larger. Only full mode allows it: raise a ValueError.")
def exchanges_image_and_kernel(image, kernel, mode="valid"):
    larger = kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]
    if mode == "valid" and larger:
        y = convolve2d(image, kernel, "full")
        return y[: max(image.shape[0] - kernel.shape[0], 0) + 1, : max(image.shape[1] - kernel.shape[1], 0) + 1]
    return convolve2d(image, kernel, mode)


@mistake("A mode that does not exist is taken for valid. Raise a ValueError for every other word than valid and full.")
def takes_any_word_for_valid(image, kernel, mode="valid"):
    return convolve2d(image, kernel, "full" if mode == "full" else "valid")


@mistake("The result is always float64. Keep the dtype of the image: float32 stays float32.")
def returns_float64(image, kernel, mode="valid"):
    return convolve2d(image, kernel, mode).astype(np.float64)


@mistake("You turn the kernel in place. The caller still needs it as it was: work on a reversed view or a copy.")
def overwrites_the_kernel(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    kernel[...] = kernel[::-1, ::-1].copy()
    return y


@right
def by_throwing_copies(image, kernel, mode="valid"):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if mode not in ("full", "valid"):
        raise ValueError(f"unknown mode {mode}")
    y = np.zeros((h + kh - 1, w + kw - 1), dtype=image.dtype)
    for i, j in np.ndindex(h, w):
        y[i : i + kh, j : j + kw] += image[i, j] * kernel
    if mode == "full":
        return y
    if kh > h or kw > w:
        raise ValueError("the kernel is too large")
    return y[kh - 1 : h, kw - 1 : w].copy()


@right
def from_the_formula(image, kernel, mode="valid"):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if mode == "full":
        rows, columns = range(h + kh - 1), range(w + kw - 1)
    elif mode == "valid":
        rows, columns = range(kh - 1, h), range(kw - 1, w)
    else:
        raise ValueError("mode")
    if not rows or not columns:
        raise ValueError("kernel")
    y = np.zeros((len(rows), len(columns)), dtype=image.dtype)
    for (a, i), (b, j) in ((row, column) for row in enumerate(rows) for column in enumerate(columns)):
        for u, v in np.ndindex(kh, kw):
            if 0 <= i - u < h and 0 <= j - v < w:
                y[a, b] += image[i - u, j - v] * kernel[u, v]
    return y


@right
def by_shifted_images(image, kernel, mode="valid"):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if mode not in {"valid", "full"}:
        raise ValueError(f"mode {mode} does not exist")
    if mode == "valid" and (h < kh or w < kw):
        raise ValueError(f"kernel {kh}x{kw} is larger than the image")
    y = sum(np.pad(image * kernel[u, v], ((u, kh - 1 - u), (v, kw - 1 - v))) for u in range(kh) for v in range(kw))
    return y if mode == "full" else y[kh - 1 : y.shape[0] - kh + 1, kw - 1 : y.shape[1] - kw + 1]
