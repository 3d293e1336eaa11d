r"""The trick that made convolution fast: copy every window into a column, and one matrix product does the rest.

The image is padded with `padding` zeros on all four sides, $\tilde x$, and a window of $KH \times KW$ pixels slides over it
by `stride` $s$, as in `conv2d`. Each window, **all channels of it**, becomes one column of a matrix, one matrix for each image:

$$\text{cols}_{n,\ (c\,KH + u)\,KW + v,\ i\,OW + j} = \tilde x_{n,\,c,\,i s + u,\,j s + v}$$

* Down a column, channel comes first, then the row inside the window, then the column inside it: the order in which the
  weights of a filter lie in memory. So for filters of shape (O, C, KH, KW), the convolution, with its pixels in a row, is
  `weight.reshape(O, -1) @ cols`.
* From left to right, windows are in the order of reading: along the first row of output pixels, then along the second.
* $OH = \lfloor (H + 2p - KH)/s \rfloor + 1$ and likewise $OW$; windows that would stick out are left out.

The price is memory: where windows overlap, a pixel is copied many times, up to $KH \cdot KW$ times at stride 1.

Return a new array in the dtype of `x`; do not change the input.

Source: Chellapilla, Puri and Simard 2006, *High performance convolutional neural networks for document processing*; the order is
that of `torch.nn.functional.unfold`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Images to columns",
    difficulty=2,
    points=10,
    needs=("convolution/conv2d",),
    questions=("How is a convolution turned into a matrix product, and what does that cost?",),
    skip={"large_values": "It only copies pixels: ten thousand times the input give ten thousand times the result."},
    hints=(
        "Fill the matrix one column at a time. For output row i and output column j, cut the window out of the padded image, "
        "with all its channels, and flatten it. Which order does flattening give, and which order does the statement want? Then "
        "ask for the number of the column that belongs to i and j. Two loops over output pixels are a complete answer.",
        "Without loops, get all windows at once as a view with six axes: image, channel, output row, output column, row inside "
        "the window, column inside it. Three of these axes belong to the height of the matrix and two to its width. A reshape "
        "can only merge axes that stand side by side, and in the right order. So something has to happen before it.",
        "Move axes with a transpose, never with a reshape: a reshape reads the numbers in the order they are in, and the result "
        "has the right shape with everything in the wrong place. Bring channel, window row and window column next to each other, "
        "in front of output row and output column. For a check, multiply with the weights and compare with your convolution.",
    ),
    forbid=(
        "torch.ops.aten.im2col",  # what torch.nn.functional.unfold calls; Tensor.unfold is fine
        "torch.nn.functional.conv2d",
        "torch.conv2d",
    ),
)


def im2col(
    x: Float[Array, "N C H W"], kernel_size: tuple[int, int], stride: int = 1, padding: int = 0
) -> Float[Array, "N C*KH*KW OH*OW"]:
    """Copy each window of each image into a column of a matrix.

    Parameters
    ----------
    x : images, N of them, with C channels.
    kernel_size : rows KH and columns KW of the window, each at least 1.
    stride : step of the window in pixels, the same in both directions, at least 1.
    padding : rows and columns of zeros added on each side, at least 0.

    Returns
    -------
    One matrix for each image, a window in each column.

    Raises
    ------
    ValueError
        If `stride` is below 1, `padding` is below 0, or the window is smaller than one pixel or larger than the padded image.
        The message names the argument: stride, padding, kernel_size.

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0]]]])
    >>> im2col(x, (2, 2))
    array([[[ 1.,  2.,  3.,  5.,  6.,  7.],
            [ 2.,  3.,  4.,  6.,  7.,  8.],
            [ 5.,  6.,  7.,  9., 10., 11.],
            [ 6.,  7.,  8., 10., 11., 12.]]])
    >>> im2col(x, (2, 1), stride=2, padding=1)
    array([[[ 0.,  0.,  0.,  0.,  6.,  8.],
            [ 0.,  2.,  4.,  0., 10., 12.]]])
    """
    n, channels, height, width = x.shape
    rows, columns = kernel_size
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if not 1 <= rows <= height + 2 * padding or not 1 <= columns <= width + 2 * padding:
        raise ValueError(f"kernel_size {rows}x{columns} does not fit into the padded image")

    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (rows, columns), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 1, 4, 5, 2, 3)  # (N, C, KH, KW, OH, OW)
    return windows.reshape(n, channels * rows * columns, windows.shape[4] * windows.shape[5])
