r"""The layer behind every convolutional network: a bank of filters slides over a batch of images.

Filter $o$ lies over a window of the padded image $\tilde x$, every pixel is multiplied by the weight above it, and
everything under the filter, **all input channels together**, is added up to one output pixel. Then the window
moves on by `stride`:

$$y_{n,o,i,j} = b_o + \sum_{c}\sum_{u}\sum_{v} \tilde x_{n,\,c,\,i s + u,\,j s + v}\; w_{o,c,u,v}$$

$\tilde x$ is $x$ with `padding` rows and columns of zeros on each of its four sides. The output has
$OH = \lfloor (H + 2p - KH)/s \rfloor + 1$ rows, and likewise for its columns: a window that would stick out at the
bottom or right is left out. The filter is used as it is, **not flipped**: what deep learning calls convolution is
cross-correlation.

Return a new array in the dtype of the inputs (all float64 or all float32); do not change the inputs.

Source: LeCun, Bottou, Bengio and Haffner 1998, *Gradient-based learning applied to document recognition*,
section II-A; the layout is that of `torch.nn.functional.conv2d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
def conv2d(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "O C KH KW"],
    bias: Float[Array, "O"],
    stride: int = 1,
    padding: int = 0,
) -> Float[Array, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters and add a bias to each output channel.

    Parameters
    ----------
    x : images, N of them, with C channels.
    weight : O filters, each as deep as the images.
    bias : one number for each filter.
    stride : step of the window in pixels, the same in both directions, at least 1.
    padding : rows and columns of zeros added on each side, at least 0.

    Returns
    -------
    The feature maps, in the dtype of `x`, with OH = (H + 2 padding - KH) // stride + 1 and OW likewise.

    Raises
    ------
    ValueError
        If `stride` is below 1, `padding` is below 0, the channels of `x` and `weight` differ, or the kernel is larger
        than the padded image. The message names what is wrong: stride, padding, channels, or kernel (or weight). If
        several things are, it does not matter which is found first.

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]]]])
    >>> weight = np.array([[[[1.0, 0.0], [2.0, -1.0]]]])
    >>> conv2d(x, weight, np.array([0.5]))
    array([[[[-1.5,  7.5],
             [ 8.5,  1.5]]]])
    >>> conv2d(x, weight, np.array([0.5]), stride=2, padding=1)
    array([[[[-0.5,  4.5],
             [-3.5,  1.5]]]])
    """
    raise NotImplementedError("write conv2d here")
