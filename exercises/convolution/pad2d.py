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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without numpy.pad, scipy.ndimage, torch.nn.functional.pad, torch.constant_pad_nd,
# torch.ops.aten.constant_pad_nd, torch.ops.aten.reflection_pad2d, torch.ops.aten.replication_pad2d, by whatever
# name.
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
    raise NotImplementedError("write pad2d here")
