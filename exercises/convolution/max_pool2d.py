r"""Max pooling: keep the largest pixel of each window, and remember where it was.

A window of $k \times k$ pixels slides over every channel of every image by `stride` $s$, and only its largest value goes
on. There is no filter and nothing to learn: a pooling layer has no parameters.

$$y_{n,c,i,j} = \max_{0 \le u,\,v < k} x_{n,\,c,\,i s + u,\,j s + v}$$

Backpropagation must send each gradient back to the pixel that won, so the winners' positions are returned as well. The
position of a winner at row $r$ and column $q$ of its **image** (not of its window) is the single number $r \cdot W + q$:
it counts the pixels of one channel of one image row by row, and starts at 0 again for each channel and each image.

* Where several pixels of a window share the maximum, the first one wins, in the order of reading: row by row, from left
  to right.
* There is no padding. Windows that would stick out at the bottom or right are left out:
  $OH = \lfloor (H - k)/s \rfloor + 1$, and likewise $OW$.
* `stride=None` means a stride of `kernel_size`, so that windows touch but do not overlap. A stride of 0 is an error.
* Pixels may all be negative, even minus infinity, and the maximum is then negative too. `x` holds no NaN.

Return new arrays; do not change the input. The indices have dtype int64.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.3; the indices are those of
`torch.nn.functional.max_pool2d(..., return_indices=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from numpy import ndarray as Array


# To be written without torch.nn.functional.max_pool2d, torch.nn.functional.max_pool2d_with_indices,
# torch.max_pool2d, torch.nn.MaxPool2d, scipy.ndimage, by whatever name.
def max_pool2d(
    x: Float[Array, "N C H W"], kernel_size: int, stride: int | None = None
) -> tuple[Float[Array, "N C OH OW"], Int64[Array, "N C OH OW"]]:
    """Keep the largest pixel of each square window, and tell where in the image it was.

    Parameters
    ----------
    x : images, N of them, with C channels; each channel is pooled on its own.
    kernel_size : rows and columns of the square window, at least 1.
    stride : step of the window in pixels, the same in both directions, at least 1; None means `kernel_size`.

    Returns
    -------
    The tuple (y, indices): the maxima in the dtype of `x`, and their flat positions r * W + q in the H x W plane, int64.

    Raises
    ------
    ValueError
        If `kernel_size` is below 1 or larger than the image's height or width, or `stride` is below 1. The message names
        the argument: kernel_size, stride.

    Examples
    --------
    >>> x = np.array([[[[1.0, 5.0, -2.0, 0.0, 9.0], [4.0, 3.0, -1.0, -7.0, 8.0], [6.0, 2.0, 0.5, 7.0, 3.0]]]])
    >>> y, indices = max_pool2d(x, 2)
    >>> y
    array([[[[5., 0.]]]])
    >>> indices
    array([[[[1, 3]]]])
    >>> max_pool2d(x, 2, stride=1)[1]
    array([[[[ 1,  1,  3,  4],
             [10,  6, 13,  9]]]])
    """
    raise NotImplementedError("write max_pool2d here")
