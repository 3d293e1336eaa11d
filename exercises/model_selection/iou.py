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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torchvision, by whatever name.
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
    raise NotImplementedError("write iou here")
