"""Hidden tests of convolution/sobel."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.sobel import sobel

independent = (
    "(lambda k: (lambda g: (*g, torch.complex(*g).abs(), torch.complex(*g).angle()))(torch.conv2d(image[None, None], "
    "torch.stack([k, k.T])[:, None])[0]))(image.new_tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]))"
)


def sample(rng, size="small"):
    """A bowl with a little noise: its slopes point in every direction and are nowhere near zero.  It is so wide that sums which
    run through whole rows lose digits in float32."""
    height, width = (3, 3) if size == "ones" else (8, 100)
    rows, columns = np.arange(height)[:, None] - 3.3, np.arange(width) - (width // 2 - 0.4)
    return (rows**2 + columns**2 + rng.uniform(-0.1, 0.1, (height, width)),)


def slopes_agree(got, want):
    """gx, gy and magnitude of whole numbers; the sign of an angle of 180 degrees is nobody's fault."""
    agree(got[:2], want[:2], exact=True)
    agree(got[2], want[2])


def test_values(yours, rng):
    """Whole numbers in, exactly the right slopes out, whatever type the pixels have."""
    for dtype in (np.uint8, np.int16, np.float64):
        image = rng.integers(0, 256, (7, 5)).astype(dtype)
        slopes_agree(yours(image), sobel(image))


def test_plane(yours):
    """On a plane that rises by a to the right and b downwards, the slopes are 8a and 8b everywhere, with the angle of (a, b)."""
    rows, columns = np.indices((5, 6))
    for a, b in [(3, 4), (-3, 4), (-5, -12), (8, -6), (2, 0), (0, 7), (0, -9)]:
        gx, gy, magnitude, angle = yours(a * columns + b * rows + 0.0)
        agree(gx, np.full((3, 4), 8.0 * a), exact=True)
        agree(gy, np.full((3, 4), 8.0 * b), exact=True)
        agree(magnitude, np.full((3, 4), 8.0 * np.hypot(a, b)))
        agree(angle, np.full((3, 4), np.arctan2(b, a)))


def test_bright_to_dark_step(yours):
    """A step from 255 down to 0 in an image of bytes has slope -1020: nothing wraps, nothing is clipped."""
    image = np.zeros((4, 5), dtype=np.uint8)
    image[:, :2] = 255
    gx, gy, magnitude, angle = yours(image)
    agree(gx, np.array([[-1020.0, -1020.0, 0.0]] * 2), exact=True)
    agree(gy, np.zeros((2, 3)), exact=True)
    agree(magnitude, np.array([[1020.0, 1020.0, 0.0]] * 2))
    agree(np.abs(angle[:, :2]), np.full((2, 2), np.pi))


def test_constant_image(yours):
    """A constant image has no slope anywhere, and its angles are numbers all the same."""
    gx, gy, magnitude, angle = yours(np.full((3, 6), 200, dtype=np.uint8))
    slopes_agree((gx, gy, magnitude), [np.zeros((1, 4))] * 3)
    agree(np.isfinite(angle), np.full((1, 4), True))


def test_large_whole_numbers(yours, rng):
    """Whole numbers of any type are converted before anything can overflow."""
    for kind, largest in [("int32", 2**30), ("int16", 2**14), ("int64", 2**40)]:
        image = rng.integers(-largest, largest, (5, 4)).astype(kind)
        slopes_agree(yours(image), sobel(image.astype(np.float64)))


def test_transposed_image(yours, rng):
    """Transposing the image exchanges the two slopes."""
    image = rng.integers(0, 256, (4, 6)).astype(np.uint8)
    gx, gy, magnitude, _ = yours(image.T)
    slopes_agree((gy.T, gx.T, magnitude.T), sobel(image))


def test_image_that_is_too_small(yours, rng):
    """An image of fewer than 3 rows or columns raises a ValueError that names it."""
    for shape in [(2, 5), (5, 2), (1, 1)]:
        with pytest.raises(ValueError, match="image"):
            yours(rng.normal(size=shape))


def polar(gx, gy):
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


@mistake(
    "You compute in the type of the image. A byte cannot hold a negative slope or one above 255, so differences wrap "
    "around: convert whole-number images to float64 first."
)
def stays_in_the_type_of_the_image(image):
    sobel(image)
    across = image[:, 2:] - image[:, :-2]
    down = image[2:] - image[:-2]
    gx, gy = across[:-2] + 2 * across[1:-1] + across[2:], down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    kind = image.dtype if image.dtype.kind == "f" else np.float64
    return polar(gx.astype(kind), gy.astype(kind))


@mistake("You compute in int16, which holds the slopes of bytes and overflows for wider integers. Use float64 from the start.")
def computes_in_int16(image):
    return stays_in_the_type_of_the_image(image if image.dtype.kind == "f" else image.astype(np.int16))


@mistake("You add up integers of 32 bits, which overflow where pixels are large. Convert to float64 before anything is added.")
def computes_in_int32(image):
    return stays_in_the_type_of_the_image(image if image.dtype.kind == "f" else image.astype(np.int32))


@mistake("Negative slopes of a whole-number image are clipped to 0. They say that the image gets darker: keep the sign.")
def clips_like_an_image(image):
    gx, gy, _, _ = sobel(image)
    if image.dtype.kind != "f":
        gx, gy = np.clip(gx, 0, 255), np.clip(gy, 0, 255)
    return polar(gx, gy)


@mistake("For a whole-number image your slopes are integers. Convert the image to float64 first: all four results are float64.")
def returns_integer_slopes(image):
    gx, gy, magnitude, angle = sobel(image)
    kind = image.dtype if image.dtype.kind == "f" else np.int64
    return gx.astype(kind), gy.astype(kind), magnitude, angle


@mistake("Only bytes are converted. Other whole numbers overflow too: convert every image that is not of floats to float64.")
def converts_bytes_only(image):
    sobel(image)
    pixels = image.astype(np.float64) if image.dtype == np.uint8 else image
    across, down = pixels[:, 2:] - pixels[:, :-2], pixels[2:] - pixels[:-2]
    return polar(across[:-2] + 2 * across[1:-1] + across[2:], down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:])


@mistake("The magnitude is |gx| + |gy|. That is only an upper bound: take the square root of the sum of squares, as hypot does.")
def adds_absolute_values(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, np.abs(gx) + np.abs(gy), angle


@mistake("The magnitude is the sum of squares. The square root is missing.")
def forgets_the_square_root(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, gx**2 + gy**2, angle


@mistake(
    "A small number is added under the square root, so that the magnitude is not 0 where the image is flat. Take the root of "
    "the sum of squares alone."
)
def adds_a_little_under_the_root(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, np.sqrt(gx**2 + gy**2 + 1e-6), angle


@mistake(
    "arctan(gy / gx) cannot tell a slope from its opposite, and divides by zero where gx is 0. Use arctan2, which looks at "
    "both signs."
)
def takes_the_plain_arctan(image):
    gx, gy, magnitude, _ = sobel(image)
    with np.errstate(all="ignore"):
        return gx, gy, magnitude, np.arctan(gy / gx)


@mistake("The arguments of arctan2 are exchanged. The vertical part comes first: arctan2(gy, gx).")
def exchanges_the_arguments_of_arctan2(image):
    gx, gy, magnitude, _ = sobel(image)
    return gx, gy, magnitude, np.arctan2(gx, gy)


@mistake("The angle is in degrees. Leave it in radians, as arctan2 gives it.")
def gives_degrees(image):
    gx, gy, magnitude, angle = sobel(image)
    return gx, gy, magnitude, np.degrees(angle)


@mistake("Both slopes have the wrong sign: the kernels are flipped, as in true convolution. Use them as they are printed.")
def flips_the_kernels(image):
    gx, gy, _, _ = sobel(image)
    return polar(-gx, -gy)


@mistake("gy has the wrong sign: rows count downwards, so gy is positive where the image gets brighter downwards.")
def points_upwards(image):
    gx, gy, _, _ = sobel(image)
    return polar(gx, -gy)


@mistake("gx and gy are exchanged. The kernel with the columns -1, 0, 1 measures the slope to the right: it gives gx.")
def exchanges_the_kernels(image):
    gx, gy, _, _ = sobel(image)
    return polar(gy, gx)


@mistake("Your kernels weigh all three rows alike. That is the Prewitt filter: Sobel counts the middle one twice.")
def is_prewitt(image):
    sobel(image)
    pixels = image if image.dtype.kind == "f" else image.astype(np.float64)
    across, down = pixels[:, 2:] - pixels[:, :-2], pixels[2:] - pixels[:-2]
    return polar(across[:-2] + across[1:-1] + across[2:], down[:, :-2] + down[:, 1:-1] + down[:, 2:])


@mistake("The image is padded with zeros, which draws an edge all around it. Use only windows inside the image: (H - 2, W - 2).")
def pads_the_image(image):
    sobel(image)
    return sobel(np.pad(image, 1))


@mistake("Everything becomes float64. Only whole-number images are converted: float32 stays float32.")
def always_float64(image):
    return sobel(image.astype(np.float64))


@mistake("Everything becomes float32. Whole-number images give float64, and a float64 image keeps its type.")
def always_float32(image):
    return sobel(image.astype(np.float32))


@mistake("Only the rows are counted: an image of 2 columns gives empty arrays. Check both sides, and raise a ValueError.")
def checks_the_rows_only(image):
    height, width = image.shape
    return sobel(image) if width > 2 or height < 3 else (np.zeros((height - 2, 0)),) * 4


@mistake("An image that is too small goes unnoticed and gives empty arrays. Check its sides first, and raise a ValueError.")
def checks_nothing(image):
    height, width = image.shape
    return sobel(image) if min(height, width) > 2 else (np.zeros((max(height - 2, 0), max(width - 2, 0))),) * 4


@right
def with_loops(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError("image too small")
    kind = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    kernel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    gx, gy = np.zeros((h - 2, w - 2), dtype=kind), np.zeros((h - 2, w - 2), dtype=kind)
    for i, j in np.ndindex(gx.shape):
        for u in range(3):
            for v in range(3):
                gx[i, j] += float(image[i + u, j + v]) * kernel[u][v]
                gy[i, j] += float(image[i + u, j + v]) * kernel[v][u]
    return gx, gy, np.sqrt(gx**2 + gy**2), np.arctan2(gy, gx)


@right
def by_slices(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError(f"image of shape {image.shape} is too small")
    if image.dtype not in (np.float16, np.float32, np.float64):
        image = image.astype(float)
    smooth_down = image[:-2] + 2 * image[1:-1] + image[2:]
    smooth_across = image[:, :-2] + 2 * image[:, 1:-1] + image[:, 2:]
    gx = smooth_down[:, 2:] - smooth_down[:, :-2]
    gy = smooth_across[2:] - smooth_across[:-2]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


@right
def with_complex_numbers(image):
    if min(image.shape) <= 2:
        raise ValueError("image")
    pixels = np.array(image, dtype=np.result_type(image, np.float32) if image.dtype.kind == "f" else float)
    kernel = np.array([[-1 - 1j, -2j, 1 - 1j], [-2, 0, 2], [-1 + 1j, 2j, 1 + 1j]])
    h, w = pixels.shape
    z = sum(kernel[u, v] * pixels[u : h - 2 + u, v : w - 2 + v] for u in range(3) for v in range(3))
    return tuple(part.astype(pixels.dtype) for part in (z.real, z.imag, np.abs(z), np.angle(z)))
