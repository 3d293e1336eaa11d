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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from numpy import ndarray as Array

ABOUT = About(
    title="2-D max pooling",
    difficulty=2,
    points=10,
    needs=("convolution/conv_output_size",),
    questions=(
        "What is pooling and how does it work?",
        "Explain the different layers of a CNN.",
        "How many parameters does a pooling layer have?",
    ),
    hints=(
        "Take one channel of one image on paper, five by five, and a window of two with a stride of two. Which pixels belong to "
        "the window of output row 1 and column 1? Which row and column of the image does it start at? What happens to the fifth "
        "row? When you can answer these, the first result is a slice and a maximum for each output pixel.",
        "For the second result, ask the window not only how large its maximum is but where it is. Asking for the position of the "
        "maximum in a flattened window gives a number between 0 and one less than the window's pixels, and the answer is "
        "already the first one in a tie. Split this number into a row and a column inside the window: one is the quotient by the "
        "window's width, the other is the remainder.",
        "Add the row and column at which the window starts to the row and column inside the window. Now you have the place in "
        "the image. One number is made of it with the width of the image, not with its height and not with the width of the "
        "output. Never start a running maximum at zero: where all pixels are negative, zero would win without being in the "
        "image. Treat None by comparing with None, because a stride of 0 counts as false too.",
    ),
    forbid=(
        "torch.nn.functional.max_pool2d",
        "torch.nn.functional.max_pool2d_with_indices",
        "torch.max_pool2d",
        "torch.nn.MaxPool2d",
        "scipy.ndimage",
    ),
)


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
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or kernel_size > min(x.shape[2:]):
        raise ValueError(f"kernel_size must be between 1 and {min(x.shape[2:])}, got {kernel_size}")
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")

    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C, OH, OW, k, k)
    windows = windows.reshape(*windows.shape[:4], kernel_size * kernel_size)
    y, winner = windows.max(axis=-1), windows.argmax(axis=-1)  # argmax: the first of equal maxima

    out_height, out_width = y.shape[2:]
    rows = stride * np.arange(out_height)[:, None] + winner // kernel_size
    columns = stride * np.arange(out_width) + winner % kernel_size
    return y, rows * x.shape[3] + columns  # int64, as argmax counts


def show(function):
    """A picture, pooled twice: smaller each time, and the crosses say which pixels have won; yours above the reference."""
    import matplotlib.pyplot as plt

    rows, columns = np.mgrid[0:24, 0:24]
    waves = np.sin(rows * columns / 23) + 0.4 * np.cos(columns - rows / 2)
    figure, axes = plt.subplots(2, 3, figsize=(9, 6), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, max_pool2d)):
        picture = waves[None, None]
        for ax, size in zip(line, (2, 3, None)):
            ax.imshow(picture[0, 0], cmap="viridis", vmin=-1.4, vmax=1.4)
            ax.set(title=f"{picture.shape[2]} x {picture.shape[3]}", xticks=[], yticks=[])
            if size:
                width = picture.shape[3]
                picture, winners = compute(picture, size)
                r, q = np.divmod(winners.ravel(), width)
                ax.plot(q, r, "rx", markersize=3)
                ax.set_xlabel(f"windows of {size} x {size}")
        line[0].set_ylabel(name, fontsize="large")
    return figure
