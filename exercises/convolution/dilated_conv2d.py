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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
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
    raise NotImplementedError("write dilated_conv2d here")
