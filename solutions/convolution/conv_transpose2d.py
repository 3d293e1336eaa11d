r"""The transposed convolution, which makes images larger: every pixel stamps the kernel into the output.

A convolution with a stride gathers a window of pixels into one. Its transpose, the linear map that sends gradients back, does the
opposite: it scatters one pixel over a window. Pixel $(i, j)$ of channel $c$ multiplies the kernel, and the product is added to a
large empty image $z$ whose windows lie `stride` $s$ apart; where stamps overlap, they add up:

$$z_{n,o,\,i s + u,\,j s + v} \mathrel{+}= x_{n,c,i,j}\; w_{c,o,u,v} \qquad \text{for all } n, o, c, i, j, u, v$$

$z$ has $(H - 1) s + KH$ rows, just enough for all the stamps, and below them `output_padding` more, where nothing is stamped;
likewise columns, with the additional ones on the **right**. Then `padding` $p$ rows and columns are cut off on **each** of the
four sides, and the bias is added to every pixel that is left:

$$OH = (H - 1)\,s - 2p + KH + \text{output padding}$$

* Note the weight: its first axis is that of the **input** channels, (C_in, C_out, KH, KW). It is the weight of the convolution
  that goes the other way. The kernel is stamped as it is, not flipped.
* Padding makes the output smaller: it undoes the padding of that convolution.
* With a stride, several sizes of image shrink to the same number of pixels, so the way back is not unique. That is what
  `output_padding`, from 0 to `stride` - 1, is for; it adds no information.

The name "deconvolution" promises too much: the sizes come back, the pixels do not.

Return a new array in the dtype of the inputs (all float64 or all float32); do not change the inputs.

Source: Dumoulin and Visin 2016, *A guide to convolution arithmetic for deep learning*, chapter 4; arguments and layout are those
of `torch.nn.functional.conv_transpose2d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Transposed 2-D convolution",
    difficulty=3,
    points=15,
    needs=("convolution/conv2d_backward",),
    questions=("How can a layer make an image larger, and what is a transposed convolution?",),
    skip={"large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow."},
    hints=(
        "Do one channel by hand: an image of two by two, a kernel of three by three, a stride of two. Draw the empty output, "
        "five by five, and put four stamps into it. In the middle row and column they overlap, and the numbers there add up. "
        "Now you know where the stamp of pixel (i, j) begins, and how large the output is before anything is cut off.",
        "Ignore both kinds of padding while you stamp. Make the empty image large enough for all the stamps and for the extra "
        "rows and columns of output_padding, which stay empty. Cut the same number of rows off at the top and at the bottom "
        "at the very end. A slice that ends at minus padding is empty for a padding of 0: count from the front.",
        "For speed, loop over the kernel instead of the pixels. Entry (u, v) of the kernel lands, for all pixels at once, on "
        "a grid that begins at row u and column v and steps by the stride. What is added there is a contraction of the image "
        "with the weights at (u, v) over the input channels, which leaves images and output channels. Grids of different "
        "entries may overlap: add.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.conv_transpose2d",
        "torch.conv_transpose2d",
        "torch.nn.ConvTranspose2d",
        "torch.nn.functional.conv2d",
        "torch.conv2d",
        "torch.nn.functional.fold",
        "torch.nn.grad",
        "scipy.signal",
        "scipy.ndimage",
    ),
)


def conv_transpose2d(
    x: Float[Array, "N C_in H W"],
    weight: Float[Array, "C_in C_out KH KW"],
    bias: Float[Array, "C_out"],
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
) -> Float[Array, "N C_out OH OW"]:
    """Stamp a kernel into a larger image for every pixel, add the stamps up, and add a bias to each output channel.

    Parameters
    ----------
    x : images, N of them, with C_in channels.
    weight : kernels, one for each pair of an input and an output channel, input channels first.
    bias : one number for each output channel.
    stride : how many pixels of the output lie between neighbouring stamps, at least 1.
    padding : rows and columns cut off on each side of the output, at least 0.
    output_padding : rows and columns added at the bottom and on the right, at least 0 and below `stride`.

    Returns
    -------
    The larger images, with OH = (H - 1) stride - 2 padding + KH + output_padding rows and likewise OW columns.

    Raises
    ------
    ValueError
        If `stride` is below 1, `padding` is below 0, `output_padding` is below 0 or not below `stride`, the channels of `x` and
        `weight` differ, or `padding` leaves no pixel of the output. The message names what is wrong: stride, padding,
        output_padding, channels.

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0], [3.0, -1.0]]]])
    >>> weight = np.array([[[[1.0, 2.0, 0.0], [0.0, 5.0, 4.0]]]])
    >>> conv_transpose2d(x, weight, np.array([0.5]), stride=2)
    array([[[[ 1.5,  2.5,  2.5,  4.5,  0.5],
             [ 0.5,  5.5,  4.5, 10.5,  8.5],
             [ 3.5,  6.5, -0.5, -1.5,  0.5],
             [ 0.5, 15.5, 12.5, -4.5, -3.5]]]])
    >>> conv_transpose2d(x, weight, np.array([0.5]), stride=3, padding=1, output_padding=2)
    array([[[[ 5.5,  4.5,  0.5, 10.5,  8.5,  0.5],
             [ 0.5,  0.5,  0.5,  0.5,  0.5,  0.5],
             [ 6.5,  0.5, -0.5, -1.5,  0.5,  0.5],
             [15.5, 12.5,  0.5, -4.5, -3.5,  0.5],
             [ 0.5,  0.5,  0.5,  0.5,  0.5,  0.5]]]])
    """
    (n, channels, height, width), (depth, filters, rows, columns) = x.shape, weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if not 0 <= output_padding < stride:
        raise ValueError(f"output_padding must be between 0 and {stride - 1}, got {output_padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    full_height = (height - 1) * stride + rows + output_padding
    full_width = (width - 1) * stride + columns + output_padding
    if min(full_height, full_width) <= 2 * padding:
        raise ValueError(f"padding {padding} leaves nothing of {full_height}x{full_width} pixels")

    z = np.zeros((n, filters, full_height, full_width), dtype=x.dtype)
    for u in range(rows):
        for v in range(columns):
            stamped = np.einsum("nchw,co->nohw", x, weight[:, :, u, v])
            z[:, :, u : u + height * stride : stride, v : v + width * stride : stride] += stamped
    return z[:, :, padding : full_height - padding, padding : full_width - padding] + bias[:, None, None]
