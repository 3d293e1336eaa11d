"""Hidden tests of convolution/pad2d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.pad2d import pad2d

independent = "torch.nn.functional.pad(x, padding, mode, value if mode == 'constant' else None)"


def sample(rng, size="small"):
    """Four different numbers of rows and columns, and a value that is not 0; the mode is left to chance where many are drawn."""
    if size == "ones":
        return rng.normal(size=(1, 1, 2, 1)), (0, 1, 1, 0), "constant", 0.5
    mode = ["constant", "reflect", "replicate"][rng.integers(3)] if size == "random" else "constant"
    return rng.normal(size=(2, 3, 5, 7)), (3, 1, 2, 4), mode, -1.5


def integers(rng, *shape):
    return rng.integers(1, 100, shape).astype(float)


@pytest.mark.parametrize(
    ("mode", "before", "after"),
    [("constant", [7, 7], [7, 7, 7]), ("replicate", [1, 1], [4, 4, 4]), ("reflect", [3, 2], [3, 2, 1])],
)
def test_one_row_and_one_column(yours, rng, mode, before, after):
    """A row of pixels is continued to the left and right as the mode says, and a column upwards and downwards."""
    row = np.array([1.0, 2.0, 3.0, 4.0]).reshape(1, 1, 1, 4)
    want = np.array([*before, 1, 2, 3, 4, *after], dtype=float)
    agree(yours(row, (2, 3, 0, 0), mode, 7.0)[0, 0, 0], want, exact=True)
    agree(yours(row.reshape(1, 1, 4, 1), (0, 0, 2, 3), mode, 7.0)[0, 0, :, 0], want, exact=True)


def test_order_of_the_four_numbers(yours, rng):
    """The four numbers are left, right, top, bottom."""
    x = integers(rng, 2, 3, 4, 5)
    for side, padding in enumerate([(2, 0, 0, 0), (0, 2, 0, 0), (0, 0, 2, 0), (0, 0, 0, 2)]):
        y = yours(x, padding)
        places = [np.s_[:, :, :, 2:], np.s_[:, :, :, :5], np.s_[:, :, 2:, :], np.s_[:, :, :4, :]]
        agree(y[places[side]], x, exact=True)
        agree(np.sum(y), np.sum(x), exact=True)


def test_corners(yours, rng):
    """In the corners both axes are continued, one after the other."""
    x = np.array([[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]])
    agree(yours(x, (2, 0, 1, 0), "replicate")[0, 0, 0], np.array([1.0, 1.0, 1.0, 2.0, 3.0]), exact=True)
    agree(yours(x, (2, 0, 1, 0), "reflect")[0, 0, 0], np.array([6.0, 5.0, 4.0, 5.0, 6.0]), exact=True)
    agree(yours(x, (0, 1, 0, 1), "constant", 8.0)[0, 0, 2], np.array([8.0, 8.0, 8.0, 8.0]), exact=True)


def test_zeros_by_default(yours, rng):
    """Without a mode and a value there are zeros around the image."""
    x, want = integers(rng, 2, 3, 4, 5), np.zeros((2, 3, 9, 8))
    want[:, :, 1:5, 2:7] = x
    agree(yours(x, (2, 1, 1, 4)), want, exact=True)


def test_every_image_and_channel(yours, rng):
    """Each channel of each image is padded on its own, in every mode."""
    x = integers(rng, 2, 3, 4, 5)
    for mode in ("constant", "replicate", "reflect"):
        agree(yours(x, (1, 3, 2, 0), mode), pad2d(x, (1, 3, 2, 0), mode), exact=True)


def test_more_than_the_image(yours, rng):
    """Constant and border pixels continue an image as far as one likes, also one of a single pixel."""
    x = integers(rng, 1, 2, 1, 2)
    for mode in ("constant", "replicate"):
        agree(yours(x, (5, 2, 3, 4), mode, 2.5), pad2d(x, (5, 2, 3, 4), mode, 2.5), exact=True)


def test_whole_mirror(yours, rng):
    """A mirror shows everything up to the opposite border: one pixel less than there are."""
    x = integers(rng, 1, 2, 3, 4)
    y = yours(x, (3, 3, 2, 2), "reflect")
    agree(y[:, :, 2:5, :3], x[:, :, :, :0:-1], exact=True)
    agree(y[:, :, 5:, 3:7], x[:, :, 1::-1], exact=True)


def test_nothing_to_add(yours, rng):
    """Where nothing is added the result is a copy of the image."""
    x = integers(rng, 2, 3, 4, 5)
    for mode in ("constant", "replicate", "reflect"):
        agree(yours(x, (0, 0, 0, 0), mode), x, exact=True)


def test_bad_arguments(yours, rng):
    """A negative number, a mirror that is too small, or an unknown mode raises a ValueError that names the argument."""
    x = integers(rng, 2, 3, 4, 6)
    for argument, padding, mode in [
        ("padding", (-1, 1, 1, 1), "constant"),
        ("padding", (1, 1, 1, -2), "replicate"),
        ("padding", (6, 1, 1, 1), "reflect"),
        ("padding", (1, 7, 1, 1), "reflect"),
        ("padding", (1, 1, 4, 1), "reflect"),
        ("padding", (1, 1, 1, 5), "reflect"),
        ("mode", (1, 1, 1, 1), "edge"),
        ("mode", (1, 1, 1, 1), "zeros"),
    ]:
        with pytest.raises(ValueError, match=argument):
            yours(x, padding, mode)


def pick(x, padding, mode, place):
    """For one mode, pixels at other places: `place` says for a number of pixels which of them stands where."""
    left, right, top, bottom = padding
    rows, columns = np.arange(-top, x.shape[2] + bottom), np.arange(-left, x.shape[3] + right)
    return x[:, :, place(rows, x.shape[2])[:, None], place(columns, x.shape[3])]


@mistake("You read padding as (top, bottom, left, right). The last axis comes first: (left, right, top, bottom), as in PyTorch.")
def reads_rows_first(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding[2:] + padding[:2], mode, value)


@mistake("Left and right, or top and bottom, have changed places. The order is (left, right, top, bottom).")
def exchanges_the_sides(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    return pad2d(x, (right, left, bottom, top), mode, value)


@mistake(
    "You find the end of the image by counting from the other side, as in top:-bottom; but -0 is the beginning, so nothing is "
    "left of it where nothing is added. The image ends at top + H and left + W."
)
def counts_from_the_end(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    y = pad2d(x, padding, mode, value)
    y[:, :, top:-bottom, left:-right] = x
    return y


@mistake("Opposite sides get the same number. There are four numbers: left, right, top, bottom.")
def pads_both_sides_alike(x, padding, mode="constant", value=0.0):
    left, _, top, _ = padding
    pad2d(x, padding, mode, value)
    return pad2d(x, (left, left, top, top), mode, value)


@mistake(
    "Your mirror repeats the border pixel, as NumPy's symmetric mode does. It stands on that pixel: begin with the one beside it."
)
def repeats_the_border_in_the_mirror(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    if mode != "reflect":
        return y
    return pick(x, padding, mode, lambda i, n: np.where(i < 0, -1 - i, np.where(i >= n, 2 * n - 1 - i, i)))


@mistake("Your mirror is none: the image goes on from its other end. In a mirror the pixels next to the border come first.")
def wraps_around(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    return pick(x, padding, mode, lambda i, n: i % n) if mode == "reflect" else y


@mistake("Mode replicate shows a mirror image. It repeats the border pixel again and again.")
def mirrors_for_replicate(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    return pick(x, padding, mode, lambda i, n: np.abs(n - 1 - np.abs(n - 1 - i)) % n) if mode == "replicate" else y


@mistake("The mode has no effect: you always put a constant there. Ask for the mode first.")
def is_always_constant(x, padding, mode="constant", value=0.0):
    pad2d(x, padding, mode)
    return pad2d(x, padding, "constant", value)


@mistake("value has no effect: there are always zeros. In mode constant, put value there.")
def ignores_the_value(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode)


@mistake("The corners are zero: you continue rows and columns, but not what lies between them. Pad one axis after the other.")
def forgets_the_corners(x, padding, mode="constant", value=0.0):
    y, (_, _, top, _), (left, *_) = pad2d(x, padding, mode, value), padding, padding
    beside = np.ones(y.shape[2:], dtype=bool)
    beside[top : top + x.shape[2]] = False
    beside[:, left : left + x.shape[3]] = False
    y[:, :, beside] = 0
    return y


@mistake("A negative number cuts pixels off, as F.pad does. Here it is refused: raise a ValueError that names padding.")
def crops_for_negative_numbers(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = (max(0, -number) for number in padding)
    inside = x[:, :, top : x.shape[2] - bottom, left : x.shape[3] - right]
    return pad2d(inside, tuple(max(0, number) for number in padding), mode, value)


@mistake(
    "A mirror larger than the image is mirrored again, as np.pad does. Here it is refused, with a ValueError naming padding."
)
def mirrors_again(x, padding, mode="constant", value=0.0):
    if mode != "reflect" or min(padding) < 0:
        return pad2d(x, padding, mode, value)
    return pick(x, padding, mode, lambda i, n: n - 1 - np.abs(n - 1 - i % (2 * n - 2)))


@mistake("The mirror is compared with the wrong axis. Left and right are limited by the width, top and bottom by the height.")
def compares_with_the_other_axis(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    height, width = x.shape[2:]
    if mode == "reflect" and (max(left, right) >= height or max(top, bottom) >= width):
        raise ValueError("padding is too large")
    return mirrors_again(x, padding, mode, value)


@mistake("Constant and replicate are refused where they add more than the image has. Only a mirror has that limit.")
def limits_every_mode(x, padding, mode="constant", value=0.0):
    if mode in {"constant", "replicate"}:
        pad2d(x, padding, "reflect")
    return pad2d(x, padding, mode, value)


@mistake("A mode that does not exist is taken for constant. Raise a ValueError for every other word than the three.")
def takes_any_word_for_constant(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode if mode in {"reflect", "replicate"} else "constant", value)


@mistake("The result is always float64, as np.zeros makes it. Keep the dtype of x.")
def returns_float64(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode, value).astype(np.float64)


def refuse(x, padding, mode):
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError(f"mode {mode} is unknown")
    limits = [x.shape[3] - 1, x.shape[3] - 1, x.shape[2] - 1, x.shape[2] - 1]
    for number, limit in zip(padding, limits, strict=True):
        if number < 0 or (mode == "reflect" and number > limit):
            raise ValueError(f"padding {number} is out of range")


@right
def line_by_line(x, padding, mode="constant", value=0.0):
    refuse(x, padding, mode)
    left, right, top, bottom = padding
    y = np.array(x)
    for axis, before, after in [(2, top, bottom), (3, left, right)]:
        lines = list(np.moveaxis(y, axis, 0))
        blank = np.full_like(lines[0], value)
        if mode == "reflect":
            front, back = lines[before:0:-1], lines[::-1][1 : after + 1]
        else:
            front = [blank if mode == "constant" else lines[0]] * before
            back = [blank if mode == "constant" else lines[-1]] * after
        y = np.stack([*front, *lines, *back], axis=axis)
    return y


@right
def by_writing_into_a_frame(x, padding, mode="constant", value=0.0):
    refuse(x, padding, mode)
    left, right, top, bottom = padding
    n, c, h, w = x.shape
    y = np.full((n, c, h + top + bottom, w + left + right), value, dtype=x.dtype)
    y[:, :, top : top + h, left : left + w] = x
    for i in range(1, max(padding) + 1) if mode != "constant" else ():
        near = i if mode == "reflect" else 0
        if i <= left:
            y[:, :, :, left - i] = y[:, :, :, left + near]
        if i <= right:
            y[:, :, :, left + w - 1 + i] = y[:, :, :, left + w - 1 - near]
        if i <= top:
            y[:, :, top - i] = y[:, :, top + near]
        if i <= bottom:
            y[:, :, top + h - 1 + i] = y[:, :, top + h - 1 - near]
    return _rows_after_columns(y, padding, h, mode)


def _rows_after_columns(y, padding, h, mode):
    """The rows once more, now that their ends are there: the corners."""
    _, _, top, bottom = padding
    for i in range(1, max(top, bottom) + 1) if mode != "constant" else ():
        near = i if mode == "reflect" else 0
        if i <= top:
            y[:, :, top - i] = y[:, :, top + near]
        if i <= bottom:
            y[:, :, top + h - 1 + i] = y[:, :, top + h - 1 - near]
    return y


@right
def by_matrix_products(x, padding, mode="constant", value=0.0):
    refuse(x, padding, mode)
    left, right, top, bottom = padding
    shown = []
    for size, before, after in [(x.shape[2], top, bottom), (x.shape[3], left, right)]:
        place = np.arange(-before, size + after)
        if mode == "reflect":
            place = np.where(place < 0, -place, np.where(place < size, place, 2 * size - 2 - place))
        if mode == "replicate":
            place = np.minimum(np.maximum(place, 0), size - 1)
        shown.append((place[:, None] == np.arange(size)).astype(x.dtype))
    outside = 1 - shown[0].sum(axis=1)[:, None] * shown[1].sum(axis=1)
    return shown[0] @ x @ shown[1].T + x.dtype.type(value) * outside.astype(x.dtype)
