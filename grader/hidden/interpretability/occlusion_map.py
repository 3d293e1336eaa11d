"""Hidden tests of interpretability/occlusion_map."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.interpretability.occlusion_map import occlusion_map


def sample(rng, size="small"):
    """A score that ties the pixels together, a square larger than its step, and a grey that is not black."""
    shape = (1, 1, 1) if size == "ones" else (2, 6, 8)
    c = rng.normal(size=shape)

    def f(image):
        return np.sum(c * image) + np.sum(image[-1]) ** 2

    return f, rng.normal(size=shape), *((1, 1, 0.5) if size == "ones" else (3, 2, 0.5))


def picture(rng, shape=(2, 5, 7)):
    return rng.integers(1, 9, shape).astype(float)


def test_one_important_region(yours, rng):
    """Where the score is the sum of a region, only squares that touch the region light up, each by what it covers of it."""
    x = picture(rng)
    got = yours(lambda image: np.sum(image[:, 1:3, 4:6]), x, 2)
    want = np.zeros((4, 6))
    for i, j in np.ndindex(4, 6):
        want[i, j] = x[:, max(i, 1) : min(i + 2, 3), max(j, 4) : min(j + 2, 6)].sum()
    agree(got, want, exact=True)


def test_single_pixels(yours, rng):
    """Pixel by pixel, and for a linear score, the map is weight times distance from the fill, added up over the channels."""
    x, c = picture(rng, (3, 2, 4)), rng.integers(-4, 5, (3, 2, 4)).astype(float)
    for fill in (0.0, 2.0, -3.0):
        agree(yours(lambda image: np.sum(c * image), x, 1, fill=fill), np.sum(c * (x - fill), axis=0), exact=True)


@pytest.mark.parametrize(("patch", "stride"), [(2, 2), (3, 2), (1, 3), (2, 3), (4, 1)])
def test_patch_and_stride(yours, rng, patch, stride):
    """The square moves in steps of the stride, and squares that would stick out are left out."""
    x, c = picture(rng), rng.integers(-4, 5, (2, 5, 7)).astype(float)

    def f(image):
        return np.sum(c * image**2)

    agree(yours(f, x, patch, stride), occlusion_map(f, x, patch, stride), exact=True)


def test_square_as_large_as_the_image(yours, rng):
    """A square that covers the whole image leaves one number: the score, less that of an empty image."""
    x = picture(rng, (2, 3, 3))
    agree(yours(lambda image: np.sum(image**2) + 7.0, x, 3, fill=1.0), np.array([[np.sum(x**2) - 18.0]]), exact=True)


def test_places_against_the_class(yours, rng):
    """A place that speaks against the class has a negative number: covered, it lets the score rise."""
    x = np.array([[[3.0, -2.0, 0.0]]])
    agree(yours(lambda image: image[0, 0, 0] - 5.0 - image[0, 0, 1] ** 2, x, 1), np.array([[3.0, -4.0, 0.0]]), exact=True)


def test_fill_like_the_content(yours, rng):
    """Where the image has the value of the fill already, covering it changes nothing: the rest of the map is zero."""
    x = np.full((2, 4, 4), 2.0)
    x[1, 3, 0] = 5.0
    want = np.zeros((2, 2))
    want[1, 0] = 5.0 * 5.0 - 2.0 * 2.0
    agree(yours(lambda image: np.sum(image * image), x, 2, 2, 2.0), want, exact=True)


def test_square_that_does_not_fit(yours, rng):
    """A square larger than the image, in one direction or both, raises a ValueError that names the patch."""
    for shape in [(1, 3, 6), (1, 6, 3), (4, 3, 3)]:
        with pytest.raises(ValueError, match="patch"):
            yours(np.sum, np.full(shape, 0.5), 4)


def explore(f, x, patch, stride, number, cover):
    """A map with `number(score, score of the covered image)`, where `cover(image, rows, columns)` returns the latter image."""
    drops = np.zeros(((x.shape[1] - patch) // stride + 1, (x.shape[2] - patch) // stride + 1), x.dtype)
    if drops.size == 0:
        raise ValueError(f"patch {patch}")
    score = f(x)
    for i, j in np.ndindex(drops.shape):
        rows, columns = (slice(k * stride, k * stride + patch) for k in (i, j))
        drops[i, j] = number(score, f(cover(x.copy(), rows, columns)))
    return drops


def drop(score, covered):
    return score - covered


def covering(fill):
    def cover(image, rows, columns):
        image[:, rows, columns] = fill
        return image

    return cover


@mistake("The map holds the scores of the covered images: it is dark where it should be bright. Store f(x) less that score.")
def stores_the_score(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: covered, covering(fill))


@mistake("The sign is turned round. What the score loses is f(x) less the score of the covered image.")
def turns_the_sign(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: covered - score, covering(fill))


@mistake("You take the absolute value. A place that speaks against the class has a negative number: keep the sign.")
def takes_the_absolute_value(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: abs(score - covered), covering(fill))


@mistake("The drop is divided by the score. Store the plain difference: a score may be zero or negative.")
def divides_by_the_score(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: (score - covered) / abs(score), covering(fill))


@mistake("Earlier squares stay where they were, so the image gets darker and darker. Begin each position with a fresh copy.")
def leaves_the_squares(f, x, patch, stride=1, fill=0.0):
    work = x.copy()
    return explore(f, x, patch, stride, drop, lambda image, rows, columns: covering(fill)(work, rows, columns))


@mistake("Only the first channel is covered. The square goes through all channels.")
def covers_one_channel(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        image[0, rows, columns] = fill
        return image

    return explore(f, x, patch, stride, drop, cover)


@mistake("The square is always black. Its pixels take the value of fill.")
def ignores_fill(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride)


@mistake("The square takes the mean of the image. Its pixels take the value of fill.")
def fills_with_the_mean(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, drop, lambda image, rows, columns: covering(image.mean())(image, rows, columns))


@mistake("The fill is added to the pixels under the square. They take its value instead: nothing of them may be left.")
def adds_the_fill(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        image[:, rows, columns] += fill
        return image

    return explore(f, x, patch, stride, drop, cover)


@mistake("You cover everything but the square. Cover the square, and leave the rest of the image as it is.")
def covers_the_rest(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        rest = np.full_like(image, fill)
        rest[:, rows, columns] = image[:, rows, columns]
        return rest

    return explore(f, x, patch, stride, drop, cover)


@mistake("Stride has no effect. The square moves by stride rows and stride columns, and the map is smaller by that.")
def ignores_the_stride(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, 1, fill)


@mistake("The map has the right size, but the square moves by one pixel. It begins at row i * stride and column j * stride.")
def moves_by_one_pixel(f, x, patch, stride=1, fill=0.0):
    rows, columns = occlusion_map(f, x, patch, stride, fill).shape
    return occlusion_map(f, x, patch, 1, fill)[:rows, :columns].copy()


@mistake("Rows and columns of the map have changed places. Row i of the map belongs to rows of the image.")
def transposes_the_map(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride, fill).T.copy()


@mistake("float32 images give a float64 map. Make it with dtype=x.dtype.")
def returns_float64(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride, fill).astype(np.float64)


@mistake("A square larger than the image gives an empty map. Nothing can be learnt from that: raise ValueError first.")
def gives_an_empty_map(f, x, patch, stride=1, fill=0.0):
    if patch > min(x.shape[1:]):
        return np.zeros((max(x.shape[1] - patch + 1, 0), max(x.shape[2] - patch + 1, 0)), x.dtype)
    return occlusion_map(f, x, patch, stride, fill)


@mistake("You paint the squares into the image itself. Work on a copy: the caller still needs x.")
def overwrites_the_image(f, x, patch, stride=1, fill=0.0):
    drops = occlusion_map(f, x, patch, stride, fill)
    x[:, -patch:, -patch:] = fill
    return drops


@right
def by_choosing(f, x, patch, stride=1, fill=0.0):
    _, height, width = x.shape
    if patch > height or patch > width:
        raise ValueError("the patch does not fit")
    rows, columns = np.arange(height)[:, None], np.arange(width)
    drops = [
        [
            f(x) - f(np.where((r <= rows) & (rows < r + patch) & (c <= columns) & (columns < c + patch), x.dtype.type(fill), x))
            for c in range(0, width - patch + 1, stride)
        ]
        for r in range(0, height - patch + 1, stride)
    ]
    return np.array(drops, dtype=x.dtype)


@right
def restores_the_square(f, x, patch, stride=1, fill=0.0):
    if patch > x.shape[1] or patch > x.shape[2]:
        raise ValueError(f"patch={patch}")
    work, before = x.copy(), f(x)
    rows = []
    for top in range(0, x.shape[1] - patch + 1, stride):
        row = []
        for left in range(0, x.shape[2] - patch + 1, stride):
            window = work[:, top : top + patch, left : left + patch]
            kept = window.copy()
            window[:] = fill
            row.append(before - f(work))
            window[:] = kept
        rows.append(row)
    return np.array(rows).astype(x.dtype)
