r"""How well do two boxes agree: intersection over union, the measure of object detection.

A detector says where things are by drawing boxes around them. Whether a box is good enough cannot be told by comparing
coordinates, because one pixel matters in a small box and not in a large one. So areas are compared: what both boxes have
in common, divided by what they cover together,

$$\text{IoU}(A, B) = \frac{|A \cap B|}{|A \cup B|}, \qquad |A \cup B| = |A| + |B| - |A \cap B|$$

which is 1 for equal boxes, 0 for boxes without a common area, and the same in any unit. A detection usually counts as correct
from an IoU of one half up.

A box is a row of four numbers, $(x_1, y_1, x_2, y_2)$: two opposite corners, with $x_1 \le x_2$ and $y_1 \le y_2$. Coordinates
are real numbers and no pixels, so that the width is $x_2 - x_1$ and nothing is added. Every box of the first array is compared
with every box of the second. Boxes that only touch, along an edge or in a corner, have no common area. A box may be as thin as a
line or a point; where the union has the area 0, the IoU is 0.

Either array may have no rows. The result is a new array in the dtype of the boxes.

Source: Everingham et al. 2010, *The PASCAL visual object classes (VOC) challenge*, section 4.2; layout and names are those of
`torchvision.ops.box_iou`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Intersection over union",
    difficulty=1,
    points=5,
    questions=("What is deep learning used for, and how is success measured there?",),
    hints=(
        "Take a single pair of boxes and paper. The intersection of two boxes is a box again, and each of its sides can be "
        "found without looking at the other direction: on the x axis two intervals overlap, from the later one of their "
        "beginnings to the earlier one of their ends. Do the same for y, and multiply.",
        "If the boxes lie apart, the earlier end comes before the later beginning, and the length is negative. Cut each length "
        "off at zero on its own, before you multiply: two negative lengths would have a positive product, and boxes that "
        "are far apart in both directions would seem to overlap more than any others.",
        "For all pairs at once give the first array an extra axis in the middle, and broadcasting makes a table with a row for "
        "each box of the first and a column for each box of the second. The areas of the single boxes belong to its rows and "
        "columns in the same way. Where the union is zero so is the intersection: divide by anything but zero there.",
    ),
    forbid=("torchvision",),
)


def iou(boxes1: Float[Array, "N 4"], boxes2: Float[Array, "M 4"]) -> Float[Array, "N M"]:
    """Compare every box of one array with every box of another.

    Parameters
    ----------
    boxes1 : one box per row: x1, y1, x2, y2, with x1 <= x2 and y1 <= y2.
    boxes2 : the same for the boxes to compare with.

    Returns
    -------
    The IoU of each pair, from 0 to 1: rows for `boxes1`, columns for `boxes2`.

    Examples
    --------
    >>> boxes = np.array([[0.0, 0.0, 4.0, 2.0], [5.0, 1.0, 8.0, 7.0]])
    >>> iou(boxes, np.array([[2.0, 0.0, 6.0, 2.0], [0.0, 0.0, 4.0, 4.0], [5.0, 1.0, 7.0, 4.0]]))
    array([[0.33333333, 0.5       , 0.        ],
           [0.04      , 0.        , 0.33333333]])
    """
    start = np.maximum(boxes1[:, None, :2], boxes2[:, :2])
    stop = np.minimum(boxes1[:, None, 2:], boxes2[:, 2:])
    common = np.maximum(stop - start, 0).prod(axis=-1)
    # equivalent: boxes[:, 2:] - boxes[:, :2] => boxes[:, :2] - boxes[:, 2:], because minus times minus is plus.
    area1, area2 = ((boxes[:, 2:] - boxes[:, :2]).prod(axis=1) for boxes in (boxes1, boxes2))
    union = area1[:, None] + area2 - common
    # equivalent: 1 => 2, because what is divided by it is 0.
    return common / np.where(union > 0, union, 1)
