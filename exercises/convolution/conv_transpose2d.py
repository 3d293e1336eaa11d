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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.conv_transpose2d, torch.conv_transpose2d,
# torch.nn.ConvTranspose2d, torch.nn.functional.conv2d, torch.conv2d, torch.nn.functional.fold, torch.nn.grad,
# scipy.signal, scipy.ndimage, by whatever name.
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
    raise NotImplementedError("write conv_transpose2d here")
