r"""Padding: what does a filter see beyond the edge of the image?

Rows and columns are added around every channel of every image. `padding` is the tuple (left, right, top, bottom). That is
PyTorch's order, and it surprises everybody: the **last axis comes first**, so the columns are named before the rows.

The result has $H + \text{top} + \text{bottom}$ rows and $W + \text{left} + \text{right}$ columns, with the image unchanged in it.
What is around it depends on `mode`. Of a row of pixels 1, 2, 3, 4 with three more on either side it makes

```text
constant     v v v [1 2 3 4] v v v      the number `value`, 0 by default
replicate    1 1 1 [1 2 3 4] 4 4 4      the pixel at the border, again and again
reflect      4 3 2 [1 2 3 4] 3 2 1      a mirror that stands ON the border pixel: that pixel is not repeated
```

Rows do the same as columns, and the corners both: the image is first continued along one axis and then, with what is there by
then, along the other. `value` counts in mode "constant" only.

A mirror on the border can show no more than the rest of the image, so in mode "reflect" each side gets at most one pixel less
than the image has along that axis. The other modes have no limit. A negative number is an error; it does not cut pixels off.

Return a new array in the dtype of `x`, also where nothing is added; do not change the input.

Source: the modes and the order are those of `torch.nn.functional.pad`; zeros and mirrors are compared in Liu et al. 2018,
*Partial convolution based padding*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Padding an image",
    difficulty=2,
    points=10,
    needs=(),
    questions=("What is the difference between valid and same padding?", "How can an image be padded other than with zeros?"),
    skip={"large_values": "It only copies pixels: ten thousand times the input give ten thousand times the result."},
    hints=(
        "Forget values at first and think of places. Each pixel of the result lies at some row and column of the image, where "
        "those before the first one have negative numbers. For every mode, write down for a row of four pixels which pixel "
        "stands at the places -3 to 6. This turns the exercise into one about whole numbers.",
        "For the border pixel again and again, a place that is out of range is moved to the nearest one in range. For the "
        "mirror on the first pixel, place -2 shows pixel 2: what does that do to the sign? The mirror on the last pixel is "
        "the same seen from the other end: count from there. For the constant you need to know which places are out of range, "
        "on either axis.",
        "With one list of places for the rows and one for the columns, an index with two arrays picks the whole result at "
        "once, if the rows' array is a column of numbers that broadcasts against the other. It makes a copy, too. Take care "
        "with the four numbers in the tuple: the first two belong to the last axis. Test with four different ones.",
    ),
    forbid=(
        "numpy.pad",
        "scipy.ndimage",
        "torch.nn.functional.pad",
        "torch.constant_pad_nd",
        "torch.ops.aten.constant_pad_nd",
        "torch.ops.aten.reflection_pad2d",
        "torch.ops.aten.replication_pad2d",
    ),
)


def pad2d(
    x: Float[Array, "N C H W"], padding: tuple[int, int, int, int], mode: str = "constant", value: float = 0.0
) -> Float[Array, "N C H+top+bottom W+left+right"]:
    """Put rows and columns around each image.

    Parameters
    ----------
    x : images, N of them, with C channels.
    padding : columns on the left and on the right, rows at the top and at the bottom, each at least 0.
    mode : what to put there: "constant", "reflect" or "replicate".
    value : the number to put there if `mode` is "constant".

    Returns
    -------
    The larger images, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `mode` is none of the three, a number of `padding` is below 0, or `mode` is "reflect" and a number of `padding` is not
        below the number of pixels along its axis. The message names the argument: mode, padding.

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]])
    >>> pad2d(x, (1, 2, 0, 1), value=9.0)
    array([[[[9., 1., 2., 3., 9., 9.],
             [9., 4., 5., 6., 9., 9.],
             [9., 9., 9., 9., 9., 9.]]]])
    >>> pad2d(x, (2, 1, 1, 0), mode="reflect")
    array([[[[6., 5., 4., 5., 6., 5.],
             [3., 2., 1., 2., 3., 2.],
             [6., 5., 4., 5., 6., 5.]]]])
    """
    left, right, top, bottom = padding
    height, width = x.shape[2:]
    if mode not in {"constant", "reflect", "replicate"}:
        raise ValueError(f"mode must be 'constant', 'reflect' or 'replicate', got {mode!r}")
    if min(padding) < 0:
        raise ValueError(f"padding must be at least 0 on each side, got {padding}")
    if mode == "reflect" and (max(left, right) >= width or max(top, bottom) >= height):
        raise ValueError(f"padding {padding} is more than a mirror shows of {height} rows and {width} columns")

    rows, columns = np.arange(-top, height + bottom)[:, None], np.arange(-left, width + right)
    if mode == "reflect":
        rows = np.where(rows < height, abs(rows), 2 * height - 2 - rows)  # mirrors on the first pixel and on the last
        columns = np.where(columns < width, abs(columns), 2 * width - 2 - columns)
    picked = x[:, :, rows.clip(0, height - 1), columns.clip(0, width - 1)]
    if mode == "constant":
        picked[:, :, (rows < 0) | (rows >= height) | (columns < 0) | (columns >= width)] = value
    return picked
