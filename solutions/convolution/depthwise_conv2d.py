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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Depthwise 2-D convolution",
    difficulty=2,
    points=10,
    needs=("convolution/conv2d",),
    questions=("What is a depthwise separable convolution, and why is it cheaper?",),
    skip={"large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow."},
    hints=(
        "Compare the formula with that of the ordinary layer and cross out what is missing: one sum and one index. What is "
        "left is a job for a single image with a single channel and a single kernel, which you have solved twice already, "
        "done for each channel. Begin like that, with a loop over channels, and check the shape of your result.",
        "To have it without loops over channels, take the loop over the kernel from the ordinary layer. At kernel position "
        "(u, v), a strided slice of the padded image has the shape (N, C, OH, OW). Each channel of it is multiplied by one "
        "number, its own weight at (u, v). So the numbers are C in all: which axes do they need before they broadcast "
        "correctly?",
        "In einsum notation, what is kept and what is summed is written down in letters. A letter that stands in both inputs "
        "and in the output is neither summed nor crossed: it runs through both at once. That is what the channel does here. "
        "Get rid of the axis of length 1 first, by its index and not by squeezing everything, since other axes may have "
        "length 1 too.",
    ),
    forbid=("torch.nn.functional.conv2d", "torch.conv2d", "torch.nn.Conv2d", "torch.conv_tbc", "scipy.signal", "scipy.ndimage"),
)


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
    _, channels, height, width = x.shape
    kernels, depth, rows, columns = weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if kernels != channels or depth != 1:
        raise ValueError(f"x has {channels} channels, weight has {kernels} kernels for {depth} channels each")
    if rows > height + 2 * padding or columns > width + 2 * padding:
        raise ValueError(f"kernel {rows}x{columns} does not fit into the padded image")

    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (rows, columns), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C, OH, OW, KH, KW)
    return np.einsum("ncijuv,cduv->ncij", windows, weight) + bias[:, None, None]
