r"""A dilated convolution: the same few weights, spread out, so that a filter sees further without getting larger.

Neighbouring taps of the filter are `dilation` $d$ pixels apart; the $d - 1$ pixels between two of them are skipped. The
French call it *à trous*, with holes:

$$y_{n,o,i,j} = b_o + \sum_{c}\sum_{u}\sum_{v} \tilde x_{n,\,c,\,i s + u d,\,j s + v d}\; w_{o,c,u,v}$$

$\tilde x$ is $x$ with `padding` $p$ zeros on all four sides, and $s$ is `stride`. Stride and dilation are different things: the
stride is how far the window moves, the dilation how far apart its taps are. With $d = 1$ this is the ordinary layer.

From its first to its last tap the filter spans $d\,(KH - 1) + 1$ rows, since $KH$ taps have $KH - 1$ gaps between them. So the
output has

$$OH = \left\lfloor \frac{H + 2p - d\,(KH - 1) - 1}{s} \right\rfloor + 1$$

rows, and likewise columns; windows that would stick out are left out. The filter is not flipped. Layers with dilations 1, 2, 4, 8
see a stretch that doubles with each layer, while the number of weights stays the same.

Return a new array in the dtype of the inputs (all float64 or all float32); do not change the inputs.

Source: Yu and Koltun 2016, *Multi-scale context aggregation by dilated convolutions*, sections 1 and 2; arguments and layout are
those of `torch.nn.functional.conv2d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Dilated 2-D convolution",
    difficulty=2,
    points=10,
    needs=("convolution/conv2d", "convolution/receptive_field"),
    questions=("What is a dilated convolution, and what is it good for?",),
    skip={"large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow."},
    hints=(
        "Draw a row of nine pixels and put a filter of three taps on it with a dilation of two: which three pixels does it "
        "touch, and how many pixels does it span? How far can you push it to the right? Then do the same with a stride of two "
        "and the same dilation. Now you can write down which pixel tap u meets in window i, and the rest is the ordinary "
        "layer.",
        "There are two ways to go. One is to make a larger filter, with zeros in the holes, and use it in the code that you "
        "have: simple, and wasteful. How large is it? There are no holes behind the last tap. The other way is to leave the "
        "filter as it is and pick the pixels: every d-th row and column of a window that is as large as the span.",
        "In the loop over the kernel, only the start of the slice changes: tap (u, v) begins at row u times the dilation and "
        "column v times the dilation, while the step of the slice is still the stride. Compute the size of the output first, "
        "from the span, and let every slice end where that many rows and columns are reached. Compare the span, not the "
        "kernel, with the image.",
    ),
    forbid=("torch.nn.functional.conv2d", "torch.conv2d", "torch.nn.Conv2d", "torch.conv_tbc", "scipy.signal", "scipy.ndimage"),
)


def dilated_conv2d(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "O C KH KW"],
    bias: Float[Array, "O"],
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
) -> Float[Array, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters whose taps are spread out, and add a bias to each channel.

    Parameters
    ----------
    x : images, N of them, with C channels.
    weight : O filters, each as deep as the images.
    bias : one number for each filter.
    stride : step of the window in pixels, the same in both directions, at least 1.
    padding : rows and columns of zeros added on each side, at least 0.
    dilation : distance between neighbouring taps in pixels, the same in both directions, at least 1.

    Returns
    -------
    The feature maps, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `stride` or `dilation` is below 1, `padding` is below 0, the channels of `x` and `weight` differ, or the span of the
        kernel is larger than the padded image. The message names what is wrong: stride, dilation, padding, channels, or kernel
        (or weight).

    Examples
    --------
    >>> x = np.array([[[[1.0, 2, 0, 5, 3], [0, 3, 1, 1, 6], [4, 0, 2, -3, 1], [1, 2, 0, 7, 2]]]])
    >>> weight = np.array([[[[1.0, 0.0], [2.0, -1.0]]]])
    >>> dilated_conv2d(x, weight, np.array([0.5]), dilation=2)
    array([[[[ 7.5,  5.5,  3.5],
             [ 2.5,  0.5, -0.5]]]])
    >>> dilated_conv2d(x, weight, np.array([0.5]), stride=2, padding=1, dilation=2)
    array([[[[-2.5,  5.5,  2.5],
             [-1.5,  0.5, 15.5]]]])
    """
    _, channels, height, width = x.shape
    _, depth, rows, columns = weight.shape
    for name, value in {"stride": stride, "dilation": dilation}.items():
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    span = dilation * (rows - 1) + 1, dilation * (columns - 1) + 1
    if span[0] > height + 2 * padding or span[1] > width + 2 * padding:
        raise ValueError(f"kernel {rows}x{columns} spans {span[0]}x{span[1]} pixels and does not fit into the padded image")

    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, span, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]  # (N, C, OH, OW, KH, KW)
    return np.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]
