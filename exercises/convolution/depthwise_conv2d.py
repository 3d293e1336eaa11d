r"""A depthwise convolution: one kernel for each channel, and the channels do not talk to each other.

An ordinary layer lets every filter look at all the channels. Here channel $c$ of the output sees channel $c$ of the image only,
through a kernel of its own:

$$y_{n,c,i,j} = b_c + \sum_{u}\sum_{v} \tilde x_{n,\,c,\,i s + u,\,j s + v}\; w_{c,0,u,v}$$

There is **no sum over channels**. $\tilde x$ is $x$ with `padding` $p$ zeros on all four sides, $s$ is `stride`, and the
output has $OH = \lfloor (H + 2p - KH)/s \rfloor + 1$ rows, and likewise columns: windows that would stick out are left out.
The kernel is not flipped. The second axis of the weight is there because PyTorch's weights are "filters by channels per
filter": it has length 1.

It is cheap. Between 64 channels and 64 channels, 3x3 kernels take 36,864 weights in an ordinary layer and 576 here. What is lost,
mixing channels, a 1x1 convolution behind it brings back for 4,096 more. The pair is called a depthwise separable convolution.

Return a new array in the dtype of the inputs (all float64 or all float32); do not change the inputs.

Source: Howard et al. 2017, *MobileNets: efficient convolutional neural networks for mobile vision applications*, section 3.1; the
layout is that of `torch.nn.functional.conv2d` with `groups` equal to the number of channels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
def depthwise_conv2d(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "C 1 KH KW"],
    bias: Float[Array, "C"],
    stride: int = 1,
    padding: int = 0,
) -> Float[Array, "N C OH OW"]:
    """Cross-correlate each channel of a batch of images with its own kernel, and add a bias to each.

    Parameters
    ----------
    x : images, N of them, with C channels.
    weight : one kernel for each channel; the second axis has length 1.
    bias : one number for each channel.
    stride : step of the window in pixels, the same in both directions, at least 1.
    padding : rows and columns of zeros added on each side, at least 0.

    Returns
    -------
    The feature maps, as many as the image has channels, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `stride` is below 1, `padding` is below 0, `weight` has not exactly one kernel for each channel of `x` (its shape
        begins with C, 1), or the kernel is larger than the padded image. The message names what is wrong: stride, padding,
        channels, or kernel (or weight).

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0, 0.0], [0.0, 3.0, 1.0]], [[4.0, 0.0, 2.0], [1.0, -1.0, 5.0]]]])
    >>> weight = np.array([[[[1.0, 0.0], [2.0, -1.0]]], [[[0.0, 3.0], [1.0, 1.0]]]])
    >>> y = depthwise_conv2d(x, weight, np.array([0.5, 10.0]))
    >>> y[0, 0]
    array([[-1.5,  7.5]])
    >>> y[0, 1]
    array([[10., 20.]])
    """
    raise NotImplementedError("write depthwise_conv2d here")
