r"""The way back through max pooling: every gradient goes to the one pixel that won its window, and to nobody else.

In the forward pass, output pixel $(i, j)$ of a channel was the largest pixel of its window. Which one that was has been kept in
`indices`: the single number $r \cdot W + q$ for the pixel in row $r$ and column $q$ of its channel, starting at 0 again for each
channel of each image. Moving the winner moves the output by the same amount; moving any other pixel a little does not move it
at all. So for the gradient $g = \partial L / \partial y$ (`grad_output`),

$$\frac{\partial L}{\partial x_{n,c,r,q}} = \sum_{i,j\,:\ \text{index}_{n,c,i,j}\; =\; r W + q} g_{n,c,i,j}$$

* Where windows overlap, one bright pixel may win several of them. It collects the gradients of **all** of them.
* Pixels that won nothing have gradient zero, and the result has the full shape of $x$ whatever the windows covered.
* Neither the pixels nor the size and stride of the window are needed: `indices` say it all. They are the second result of
  `max_pool2d`, and all of them lie between 0 and $HW - 1$.

Return a new array in the dtype of `grad_output`; do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.3; the indices are those of
`torch.nn.functional.max_pool2d(..., return_indices=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.max_unpool2d, torch.nn.MaxUnpool2d,
# torch.ops.aten.max_pool2d_with_indices_backward, torch.ops.aten.max_unpool2d, by whatever name.
def max_pool2d_backward(
    grad_output: Float[Array, "N C OH OW"], indices: Int64[Array, "N C OH OW"], x_shape: tuple[int, int, int, int]
) -> Float[Array, "N C H W"]:
    """Send the gradients of a max pooling layer's output back to the pixels that won.

    Parameters
    ----------
    grad_output : gradient of the loss with respect to the output of the layer.
    indices : for each output pixel, the position r * W + q of its winner in the H x W plane of its channel.
    x_shape : the shape (N, C, H, W) of the images that were pooled.

    Returns
    -------
    The gradient of the loss with respect to the images, of shape `x_shape`.

    Raises
    ------
    ValueError
        If `indices` has another shape than `grad_output`, or `x_shape` begins with other numbers of images and channels. The
        message names the argument: indices, x_shape.

    Examples
    --------
    >>> grad_output = np.array([[[[1.0, -2.0], [4.0, 8.0]]]])
    >>> max_pool2d_backward(grad_output, np.array([[[[3, 2], [3, 4]]]]), (1, 1, 2, 3))
    array([[[[ 0.,  0., -2.],
             [ 5.,  8.,  0.]]]])
    """
    raise NotImplementedError("write max_pool2d_backward here")
