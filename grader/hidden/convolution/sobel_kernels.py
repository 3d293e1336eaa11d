"""Hidden tests of convolution/sobel_kernels."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.sobel_kernels import sobel_kernels

independent = (
    "[np.outer(a, b) / (2.0 ** (2 * ksize - 3) if normalize else 1.0) for s, d in [(scipy.special.binom(ksize - 1, "
    "np.arange(ksize)), -np.diff(scipy.special.binom(ksize - 2, np.arange(-1, ksize))))] for a, b in [(s, d), (d, s)]]"
)


def sample(rng, size="small"):
    """The smallest size whose rows are neither those of 3x3 nor easily guessed, and the scale that is asked for."""
    if size == "random":
        return 2 * int(rng.integers(1, 90)) + 1, bool(rng.integers(2))
    return (3, False) if size == "ones" else (7, True)


def ramp(ksize):
    return np.broadcast_to(np.arange(float(ksize)), (ksize, ksize))


def test_three_by_three(yours, rng):
    """The familiar pair, which is also the default."""
    want = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    for pair in (yours(), yours(3), yours(3, normalize=False)):
        agree(pair[0], want, exact=True)
        agree(pair[1], want.T, exact=True)


def test_five_by_five(yours, rng):
    """The 5x5 pair smooths by 1, 4, 6, 4, 1 and takes differences by -1, -2, 0, 2, 1."""
    smooth, difference = np.array([1.0, 4.0, 6.0, 4.0, 1.0]), np.array([-1.0, -2.0, 0.0, 2.0, 1.0])
    kx, ky = yours(5)
    agree(kx, smooth[:, None] * difference, exact=True)
    agree(ky, difference[:, None] * smooth, exact=True)


def test_large(yours, rng):
    """The numbers in a kernel of 61 by 61 are far beyond 64-bit integers, and still there."""
    kx, ky = yours(61)
    agree((np.sum(kx * ramp(61)), np.sum(ky * ramp(61).T)), (2.0**119, 2.0**119))


def test_response_to_a_ramp(yours, rng):
    """On a ramp that rises by 1 per pixel to the right, 3x3 answers 8, 5x5 answers 128 and 7x7 answers 2048."""
    for ksize, response in [(3, 8.0), (5, 128.0), (7, 2048.0)]:
        kx, ky = yours(ksize)
        agree(np.sum(kx * ramp(ksize)), response, exact=True)
        agree(np.sum(ky * ramp(ksize).T), response, exact=True)


def test_flat_images_and_the_other_axis(yours, rng):
    """Neither kernel answers to a flat image, nor to a ramp along the other axis."""
    for ksize in (3, 5, 9):
        for normalize in (False, True):
            kx, ky = yours(ksize, normalize)
            for kernel, other in [(kx, ramp(ksize).T), (ky, ramp(ksize))]:
                agree(np.sum(kernel), 0.0, scale=np.abs(kernel).sum())
                agree(np.sum(kernel * other), 0.0, scale=np.abs(kernel * other).sum())


def test_normalized(yours, rng):
    """Normalized kernels of every size answer 1 to the ramp, and are the others but for that factor."""
    for ksize in (3, 5, 9):
        plain = sobel_kernels(ksize)
        kx, ky = yours(ksize, normalize=True)
        agree(np.sum(kx * ramp(ksize)), 1.0)
        agree(kx, plain[0] / 2.0 ** (2 * ksize - 3), exact=True)
        agree(ky, plain[1] / 2.0 ** (2 * ksize - 3), exact=True)


def test_bad_size(yours, rng):
    """An even size, or one below 3, raises a ValueError that names it."""
    for ksize in (4, 6, 1, 2, 0, -3, -1):
        with pytest.raises(ValueError, match="ksize"):
            yours(ksize)


def rows(ksize):
    """The row that smooths and the one that takes differences."""
    kx, _ = sobel_kernels(ksize)
    return kx[:, -1].copy(), kx[0].copy()


def pair(smooth, difference, normalize):
    """Two kernels of two rows, and both divided by the response to a ramp."""
    response = smooth.sum() * (difference @ np.arange(len(difference))) if normalize else 1.0
    return np.outer(smooth, difference) / response, np.outer(difference, smooth) / response


@mistake("kx and ky have changed places. kx measures changes to the right: its difference runs along the columns.")
def exchanges_the_kernels(ksize=3, normalize=False):
    return sobel_kernels(ksize, normalize)[::-1]


@mistake(
    "The signs are reversed, as if the kernels were flipped. Positive weights belong on the right, and for ky at the bottom."
)
def reverses_the_signs(ksize=3, normalize=False):
    kx, ky = sobel_kernels(ksize, normalize)
    return -kx, -ky


@mistake("ky points upwards. Rows count downwards here, so its positive weights are in the lower rows: it is kx transposed.")
def points_upwards(ksize=3, normalize=False):
    kx, ky = sobel_kernels(ksize, normalize)
    return kx, -ky


@mistake("The size has no effect: you always return the 3x3 pair. Convolve its rows with (1, 1) until they have ksize numbers.")
def is_always_three_by_three(ksize=3, normalize=False):
    sobel_kernels(ksize)
    return sobel_kernels(3, normalize)


@mistake("Your larger kernels are the 3x3 pair with zeros around it. Both of its rows grow: convolve them with (1, 1).")
def puts_zeros_around(ksize=3, normalize=False):
    sobel_kernels(ksize)
    return tuple(np.pad(kernel, (ksize - 3) // 2) for kernel in sobel_kernels(3, normalize))


@mistake(
    "Nothing smooths: every row has the same weight, as in the Prewitt filter. Sobel weighs the rows by binomial coefficients."
)
def is_prewitt(ksize=3, normalize=False):
    smooth, difference = rows(ksize)
    return pair(np.ones_like(smooth), difference, normalize)


@mistake("The rows are weighted by a triangle, 1, 2, 3, 2, 1. Sobel weighs them by binomial coefficients, here 1, 4, 6, 4, 1.")
def smooths_by_a_triangle(ksize=3, normalize=False):
    _, difference = rows(ksize)
    return pair(np.bincount(np.add.outer(*[np.arange((ksize + 1) // 2)] * 2).ravel()).astype(float), difference, normalize)


@mistake(
    "The differences grow outwards, -2, -1, 0, 1, 2. They are (-1, 0, 1) smoothed: -1, -2, 0, 2, 1, the far pixels count less."
)
def takes_differences_by_distance(ksize=3, normalize=False):
    smooth, _ = rows(ksize)
    return pair(smooth, np.arange(ksize) - (ksize - 1) / 2, normalize)


@mistake("normalize has no effect. Divide both kernels by what kx answers on a ramp that rises by 1 per pixel.")
def does_not_normalize(ksize=3, normalize=False):
    return sobel_kernels(ksize)


@mistake("The kernels are normalized whether it is asked for or not. By default they are whole numbers.")
def always_normalizes(ksize=3, normalize=False):
    return sobel_kernels(ksize, normalize=True)


@mistake("You divide by the sum of absolute weights. The kernel shall answer 1 to the ramp: divide by what it answers there.")
def divides_by_the_absolute_sum(ksize=3, normalize=False):
    return tuple(kernel / (np.abs(kernel).sum() if normalize else 1.0) for kernel in sobel_kernels(ksize))


@mistake("You divide by 8 whatever the size. Only 3x3 answers 8 on the ramp: compute the response of the kernel that you have.")
def always_divides_by_eight(ksize=3, normalize=False):
    return tuple(kernel / (8.0 if normalize else 1.0) for kernel in sobel_kernels(ksize))


@mistake("You divide by the number of weights. The kernel shall answer 1 to the ramp: divide by what it answers there.")
def divides_by_the_number_of_weights(ksize=3, normalize=False):
    return tuple(kernel / (ksize**2 if normalize else 1.0) for kernel in sobel_kernels(ksize))


@mistake("The kernels are of whole numbers, in an integer type. Return float64, so that they meet images of floats.")
def returns_integers(ksize=3, normalize=False):
    kx, ky = sobel_kernels(ksize, normalize)
    return (kx, ky) if normalize else (kx.astype(np.int64), ky.astype(np.int64))


@mistake("An even size gives kernels as well. Without a middle there is no pixel to measure at: raise a ValueError.")
def allows_even_sizes(ksize=3, normalize=False):
    return sobel_kernels(ksize - 1 if ksize > 3 and ksize % 2 == 0 else ksize, normalize)


@mistake("A size below 3 goes unnoticed. A difference takes three pixels: raise a ValueError.")
def allows_small_sizes(ksize=3, normalize=False):
    return sobel_kernels(max(ksize, 3) if ksize % 2 else ksize, normalize)


@mistake("A size that makes no sense goes unnoticed. Raise a ValueError that names ksize if it is even or below 3.")
def checks_nothing(ksize=3, normalize=False):
    return sobel_kernels(max(ksize, 3) // 2 * 2 + 1, normalize)


def refuse(ksize):
    if ksize not in range(3, ksize + 1, 2):
        raise ValueError(f"ksize {ksize} is not an odd number of at least 3")


@right
def by_binomial_coefficients(ksize=3, normalize=False):
    refuse(ksize)
    smooth, inner = [1], [1]  # two rows of Pascal's triangle
    for _ in range(ksize - 1):
        smooth = [a + b for a, b in zip([0, *smooth], [*smooth, 0], strict=True)]
    for _ in range(ksize - 3):
        inner = [a + b for a, b in zip([0, *inner], [*inner, 0], strict=True)]
    difference = [a - b for a, b in zip([0, 0, *inner], [*inner, 0, 0], strict=True)]
    factor = 0.5 ** (2 * ksize - 3) if normalize else 1.0
    kx = np.array([[factor * a * b for b in difference] for a in smooth])
    return kx, kx.T.copy()


@right
def by_convolution(ksize=3, normalize=False):
    refuse(ksize)
    smooth, difference = np.array([1.0, 2.0, 1.0]), np.array([-1.0, 0.0, 1.0])
    for _ in range(ksize - 3):
        smooth, difference = np.convolve(smooth, [1, 1]), np.convolve([1, 1], difference)
    if normalize:
        smooth, difference = smooth / sum(smooth), difference / np.dot(difference, np.arange(ksize))
    return smooth[:, np.newaxis] * difference, difference[:, np.newaxis] * smooth


@right
def by_growing_in_two_dimensions(ksize=3, normalize=False):
    refuse(ksize)
    kx = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / (8 if normalize else 1)
    while len(kx) < ksize:
        kx = np.pad(kx, 1)
        for axis in (0, 1):
            kx = np.roll(kx, 1, axis) + 2 * kx + np.roll(kx, -1, axis)
        kx = kx / (16 if normalize else 1)
    return kx, np.array(kx.T)
