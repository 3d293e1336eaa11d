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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="2-D convolution layer",
    difficulty=2,
    points=10,
    needs=("convolution/cross_correlate2d", "convolution/conv_output_size"),
    questions=(
        "What is a convolutional neural network?",
        "Explain the different layers of a CNN.",
        "What is the convolution operation? Work out an example by hand.",
    ),
    skip={"large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow."},
    hints=(
        "Start from what one output pixel needs. Fix an image n, a filter o and an output position (i, j), and write down "
        "which pixels of the padded image lie under the filter. Everything in that little box is multiplied by the filter, "
        "element by element, and added up to a single number. The box covers all input channels at once, so there is no "
        "channel axis left in the result. Get that one number right first, with plain loops around it.",
        "Make a larger array of zeros and put x in its middle, then forget about padding: the rest of the code only sees the "
        "larger image. The window of output row i starts at row i times stride of that image, and the number of output rows "
        "follows from how many windows fit completely. If your shapes are one too large or one too small, do this by hand "
        "for a row of 5 pixels, a kernel of 3 and a stride of 2.",
        "Looping over output pixels is fine but slow. Turn the loops around: loop over the few positions (u, v) inside the "
        "kernel instead. For each one, a strided slice of the padded image holds the pixel that this weight meets in every "
        "window at once, with shape (N, C, OH, OW). One contraction over the channel axis with the weights at (u, v), added to "
        "a running sum of shape (N, O, OH, OW), finishes it. The bias has one entry per filter and needs two new axes.",
    ),
    forbid=("torch.nn.functional.conv2d", "torch.conv2d", "torch.nn.Conv2d", "torch.conv_tbc", "scipy.signal", "scipy.ndimage"),
)


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
    _, channels, height, width = x.shape
    _, depth, kernel_height, kernel_width = weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    if kernel_height > height + 2 * padding or kernel_width > width + 2 * padding:
        raise ValueError(f"kernel {kernel_height}x{kernel_width} does not fit into the padded image")

    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel_height, kernel_width), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C, OH, OW, KH, KW)
    y = np.tensordot(windows, weight, axes=((1, 4, 5), (1, 2, 3)))  # (N, OH, OW, O)
    return y.transpose(0, 3, 1, 2) + bias[:, None, None]
