r"""The building block of every convolutional network: filters make feature maps, and ReLU keeps what each filter found.

Filter $o$ slides over the padded image $\tilde x$ in steps of one pixel and collects, over **all** input channels, what lies
under it; its bias is added, and only then everything below zero is cut off:

$$z_{n,o,i,j} = b_o + \sum_{c}\sum_{u}\sum_{v} \tilde x_{n,\,c,\,i + u,\,j + v}\; w_{o,c,u,v},
\qquad y_{n,o,i,j} = \max(0,\; z_{n,o,i,j})$$

$\tilde x$ is $x$ with `padding` rows and columns of zeros on each of its four sides, and the kernel fits into it. The filter is
used as it is, not flipped. So there are $OH = H + 2p - KH + 1$ rows, and likewise columns.

It is a popular phrase that ReLU "sets negative pixels to zero". It acts on values of the **feature map**. Pixels of the image may
well be negative, after normalization half of them are, and a dark spot under a negative weight is a find. The bias sets how
strong a find must be to count: with $b_o = -3$ the filter keeps silent until its window adds up to more than 3.

All arrays share one dtype, float64 or float32. Return a new array of that dtype; do not change the inputs.

Source: Glorot, Bordes and Bengio 2011, *Deep sparse rectifier neural networks*, section 3; Krizhevsky, Sutskever and Hinton 2012,
*ImageNet classification with deep convolutional neural networks*, section 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
def conv_relu_block(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "O C KH KW"],
    bias: Float[Array, "O"],
    padding: int = 0,
) -> Float[Array, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters, add the biases, and rectify the feature maps.

    Parameters
    ----------
    x : images, N of them, with C channels.
    weight : O filters, each as deep as the images.
    bias : one number for each filter.
    padding : rows and columns of zeros added on each side, at least 0.

    Returns
    -------
    The rectified feature maps, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `x` and `weight` differ in their number of channels; the message contains the word channels.

    Examples
    --------
    >>> x = np.array([[[[1.0, -2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]]]])
    >>> weight = np.array([[[[1.0, 0.0], [2.0, -1.0]]]])
    >>> conv_relu_block(x, weight, np.array([-1.5]))
    array([[[[0. , 1.5],
             [6.5, 0. ]]]])
    """
    raise NotImplementedError("write conv_relu_block here")
