r"""Mirror some images of a batch: data augmentation in its simplest form.

A cat that looks to the left is still a cat when it looks to the right. Showing a network the mirrored picture as well tells it
so, at no cost, and a random half of every batch is usually flipped. Who is flipped has been drawn already: `flags` has one
truth value for each image of the batch `x`, whose axes are those of PyTorch, $N$ images, $C$ channels, $H$ rows, $W$ columns:

$$y_{nchw} = \begin{cases} x_{n\,c\,h\,(W-1-w)} & \text{if } \text{flags}_n \\ x_{nchw} & \text{otherwise} \end{cases}$$

The flip is **horizontal**: left and right change places, the first column becomes the last one. Top and bottom stay where they
are, and so do the colours. An image that is not flagged comes out as it went in.

A flip moves pixels and does not compute with them: whatever the dtype, bytes included, it stays, and a pixel that is NaN or
infinite moves like any other. The result is a new array, also where no flag is set; do not change `x`.

Whether a flip helps is a question about the label and not about the image: it must survive. A mirrored cat is a cat, a mirrored
b is a d.

Source: Krizhevsky, Sutskever and Hinton 2012, *ImageNet classification with deep convolutional neural networks*, section 4.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array


def hflip(x: Float[Array, "N C H W"], flags: Bool[Array, "N"]) -> Float[Array, "N C H W"]:
    """Mirror the flagged images of a batch from left to right.

    Parameters
    ----------
    x : batch of images.
    flags : which of them are flipped, one truth value for each.

    Returns
    -------
    The batch with some images mirrored, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If there is not exactly one flag for each image. The message names the argument: flags.

    Examples
    --------
    >>> x = np.arange(24.0).reshape(2, 2, 2, 3)
    >>> y = hflip(x, np.array([False, True]))
    >>> y[:, 0, 0]
    array([[ 0.,  1.,  2.],
           [14., 13., 12.]])
    >>> y[:, 0, 1]
    array([[ 3.,  4.,  5.],
           [17., 16., 15.]])
    """
    raise NotImplementedError("write hflip here")
