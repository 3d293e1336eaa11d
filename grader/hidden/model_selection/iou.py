"""Hidden tests of model_selection/iou."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.iou import iou

# The common length of two intervals is what their lengths have more than the interval around both of them.
independent = (
    "(lambda sides, around: (lambda common: common / (sides(boxes1).prod(1)[:, None] + sides(boxes2).prod(1) - common))"
    "(F.relu(sides(boxes1)[:, None] + sides(boxes2) - around).prod(-1)))(lambda boxes: boxes[:, 2:] - boxes[:, :2],"
    " torch.maximum(boxes1[:, None, 2:], boxes2[:, 2:]) - torch.minimum(boxes1[:, None, :2], boxes2[:, :2]))"
)


def boxes_like(rng, n):
    """Boxes of different sizes around the same place, some of which are far apart."""
    corner = rng.uniform(-3, 3, (n, 2))
    return np.concatenate([corner, corner + rng.uniform(1, 5, (n, 2))], axis=1)


def sample(rng, size="small"):
    """Some pairs overlap for sure, and some are apart in one direction, or in both."""
    if size == "ones":
        return boxes_like(rng, 1), boxes_like(rng, 1)
    boxes1, boxes2 = boxes_like(rng, 5), boxes_like(rng, 3)
    boxes2[0] = boxes1[0] + rng.uniform(-0.4, 0.4, 4)
    boxes1[1] += [20, 20, 20, 20]
    boxes1[2] += [0, 20, 0, 20]
    return boxes1, boxes2


def row(*box):
    return np.array([box], dtype=np.float64)


def test_equal_boxes(yours, rng):
    """Equal boxes have an IoU of 1, wherever they are."""
    boxes = boxes_like(rng, 4)
    agree(np.diag(yours(boxes, boxes.copy())), np.array([1.0, 1.0, 1.0, 1.0]))


def test_moved_by_half(yours):
    """A box that is moved by half of its width shares a third with itself, moved by half in both directions a seventh."""
    agree(yours(row(0, 0, 2, 2), np.array([[1.0, 0, 3, 2], [0, 1, 2, 3], [-1, -1, 1, 1]])), np.array([[1 / 3, 1 / 3, 1 / 7]]))


def test_box_in_a_box(yours):
    """If one box lies in the other, the IoU is the ratio of the areas, from either side."""
    agree(yours(row(1, 2, 11, 7), row(4, 3, 6, 7)), np.array([[0.16]]))
    agree(yours(row(4, 3, 6, 7), row(1, 2, 11, 7)), np.array([[0.16]]))


def test_boxes_apart(yours):
    """Boxes that are apart in one direction, or in both, have an IoU of 0."""
    others = np.array([[5.0, 0, 7, 2], [0, 4, 2, 9], [5, 5, 7, 8], [-7, -8, -5, -5], [5, -6, 7, -4]])
    agree(yours(row(0, 0, 2, 2), others), np.zeros((1, 5)))
    agree(yours(np.concatenate([others, row(0, 0, 2, 2)]), row(1, 1, 2, 2))[4:], np.array([[0.0], [0.25]]))


def test_boxes_that_touch(yours):
    """Boxes that touch along an edge or in a corner have no area in common."""
    others = np.array([[2.0, 0, 3, 2], [-4, 0, 0, 2], [0, 2, 2, 5], [2, 2, 3, 3], [1, 0, 3, 2]])
    agree(yours(row(0, 0, 2, 2), others), np.array([[0.0, 0, 0, 0, 1 / 3]]))


def test_thin_boxes(yours):
    """Lines and points have no area: their IoU is 0, also with themselves, and not NaN."""
    boxes = np.array([[0.0, 0, 4, 4], [1, 1, 3, 1], [2, 2, 2, 2], [2, 0, 2, 4]])
    want = np.zeros((4, 4))
    want[0, 0] = 1.0
    agree(yours(boxes, boxes.copy()), want)


def test_tiny_boxes(yours):
    """Boxes of a millionth are boxes like any other."""
    agree(yours(1e-6 * row(0, 0, 3, 1), 1e-6 * np.array([[1.0, 0, 4, 1], [5, 5, 6, 6]])), np.array([[0.5, 0.0]]))


def test_rows_and_columns(yours, rng):
    """Swapped arrays give the transposed result."""
    boxes1, boxes2 = sample(rng)
    agree(yours(boxes2, boxes1), iou(boxes1, boxes2).T)


def test_moved_and_stretched(yours, rng):
    """If all boxes are moved together, or stretched in one direction, nothing changes."""
    boxes1, boxes2 = sample(rng)
    stretch, move = np.array([3.0, 0.5, 3.0, 0.5]), np.array([7.0, -4.0, 7.0, -4.0])
    agree(yours(boxes1 * stretch + move, boxes2 * stretch + move), iou(boxes1, boxes2))


@pytest.mark.parametrize(("n", "m"), [(0, 3), (4, 0)], ids=["none_and_some", "some_and_none"])
def test_no_boxes(yours, rng, n, m):
    """Without boxes on one side there are no pairs, but the other side keeps its axis."""
    agree(yours(boxes_like(rng, n), boxes_like(rng, m)), np.zeros((n, m)))


def parts(boxes1, boxes2):
    """The sides of every intersection, uncut, and the areas of the boxes as a column and a row."""
    sides = np.minimum(boxes1[:, None, 2:], boxes2[:, 2:]) - np.maximum(boxes1[:, None, :2], boxes2[:, :2])
    area1, area2 = ((boxes[:, 2:] - boxes[:, :2]).prod(axis=1) for boxes in (boxes1, boxes2))
    return sides, area1[:, None], area2


def share(common, union):
    return common / np.where(union > 0, union, 1)


@mistake("Lengths below zero are not cut off, so boxes that lie apart get a number other than 0. Take the maximum with 0 first.")
def forgets_to_cut_off(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.prod(axis=-1)
    union = area1 + area2 - common
    return common / np.where(union != 0, union, 1)


@mistake("You cut off the area and not the sides. Two negative lengths have a positive product: cut off each side at 0.")
def cuts_off_the_product(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = np.maximum(sides.prod(axis=-1), 0)
    union = area1 + area2 - common
    return common / np.where(union != 0, union, 1)


@mistake("You add 1 to the sides, as for whole pixels. Coordinates are real numbers: the width is x2 - x1.")
def counts_pixels(boxes1, boxes2):
    return iou(boxes1 + np.array([0, 0, 1, 1], dtype=boxes1.dtype), boxes2 + np.array([0, 0, 1, 1], dtype=boxes2.dtype))


@mistake("The common area is counted twice in the union. Subtract it from the sum of both areas.")
def counts_the_common_area_twice(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(np.maximum(sides, 0).prod(axis=-1), area1 + area2)


@mistake("That is the Dice score: twice the common area over the sum of the areas. The IoU divides by the union.")
def takes_the_dice_score(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(2 * np.maximum(sides, 0).prod(axis=-1), area1 + area2)


@mistake("You divide by the smaller area, so that a box within a larger one scores 1. Divide by the union.")
def divides_by_the_smaller(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(np.maximum(sides, 0).prod(axis=-1), np.minimum(area1, area2))


@mistake("You divide by the area of the first box. Divide by the union of both.")
def divides_by_the_first(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(np.maximum(sides, 0).prod(axis=-1), area1 + 0 * area2)


@mistake("You divide by the smallest box around both. The union is smaller: the sum of the areas minus the common one.")
def divides_by_the_box_around(boxes1, boxes2):
    sides, _, _ = parts(boxes1, boxes2)
    around = np.maximum(boxes1[:, None, 2:], boxes2[:, 2:]) - np.minimum(boxes1[:, None, :2], boxes2[:, :2])
    return share(np.maximum(sides, 0).prod(axis=-1), around.prod(axis=-1))


@mistake("Where the union has no area you divide 0 by 0, which is NaN. The IoU is 0 there.")
def divides_zero_by_zero(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = np.maximum(sides, 0).prod(axis=-1)
    with np.errstate(invalid="ignore"):
        return common / (area1 + area2 - common)


@mistake("You add a small number to the union, which spoils tiny boxes. Treat a union of 0 by itself, and no other.")
def adds_a_small_number(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = np.maximum(sides, 0).prod(axis=-1)
    return common / (area1 + area2 - common + 1e-7)


@mistake("You take the last two numbers of a box for its width and height. They are the opposite corner, x2 and y2.")
def takes_corners_for_sizes(boxes1, boxes2):
    return iou(*(np.concatenate([b[:, :2], b[:, :2] + b[:, 2:]], axis=1) for b in (boxes1, boxes2)))


@mistake("You read a box as x1, x2, y1, y2. The order is x1, y1, x2, y2: one corner, and then the other.")
def reads_the_sides_in_turn(boxes1, boxes2):
    return iou(boxes1[:, [0, 2, 1, 3]], boxes2[:, [0, 2, 1, 3]])


@mistake("The overlap has a width but no height. Multiply both sides of the intersection.")
def forgets_the_height(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = np.maximum(sides, 0)[..., 0]
    union = area1 + area2 - common
    return common / np.where(union != 0, union, 1)


@mistake("The result is transposed. Rows belong to boxes1, columns to boxes2.")
def swaps_rows_and_columns(boxes1, boxes2):
    return iou(boxes2, boxes1)


@mistake("You compare only boxes with the same number. Compare every box of boxes1 with every one of boxes2.")
def compares_in_parallel(boxes1, boxes2):
    n = min(len(boxes1), len(boxes2))
    return np.diag(iou(boxes1[:n], boxes2[:n])).copy()


@mistake("You return the distance, 1 - IoU. Equal boxes have an IoU of 1.")
def returns_the_distance(boxes1, boxes2):
    return 1 - iou(boxes1, boxes2)


@mistake("The boxes of float32 come back as float64. Do not convert them, and allocate results with their dtype.")
def returns_float64(boxes1, boxes2):
    return iou(boxes1.astype(np.float64), boxes2)


@mistake("You turn corners into sizes in place. Make new arrays: the caller's boxes must stay as they are.")
def overwrites_the_boxes(boxes1, boxes2):
    result = iou(boxes1, boxes2)
    boxes1[:, 2:] -= boxes1[:, :2]
    return result


@right
def pair_by_pair(boxes1, boxes2):
    result = np.zeros((len(boxes1), len(boxes2)), dtype=boxes1.dtype)
    for i, a in enumerate(boxes1):
        for j, b in enumerate(boxes2):
            width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            if width > 0 and height > 0:
                common = width * height
                result[i, j] = common / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common)
    return result


@right
def coordinate_by_coordinate(boxes1, boxes2):
    x1, y1, x2, y2 = (column[:, None] for column in boxes1.T)
    u1, v1, u2, v2 = boxes2.T
    width = np.clip(np.minimum(x2, u2) - np.maximum(x1, u1), 0, None)
    height = np.clip(np.minimum(y2, v2) - np.maximum(y1, v1), 0, None)
    common = width * height
    union = (x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - common
    return np.divide(common, union, out=np.zeros_like(common), where=union != 0)


@right
def by_the_interval_around(boxes1, boxes2):
    size1, size2 = boxes1[:, None, 2:] - boxes1[:, None, :2], boxes2[:, 2:] - boxes2[:, :2]
    inside = np.clip(boxes1[:, None], np.tile(boxes2[:, :2], 2), np.tile(boxes2[:, 2:], 2))  # boxes1, cut at boxes2
    common = (inside[..., 2] - inside[..., 0]) * (inside[..., 3] - inside[..., 1])
    union = size1.prod(-1) + size2.prod(-1) - common
    with np.errstate(invalid="ignore"):
        return np.where(union > 0, common / union, union.dtype.type(0))
