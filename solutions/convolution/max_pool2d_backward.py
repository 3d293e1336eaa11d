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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of max pooling",
    difficulty=2,
    points=10,
    needs=("convolution/max_pool2d",),
    questions=("What is pooling and how does it work?",),
    skip={
        "large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow.",
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
    },
    hints=(
        "Forget the windows. Take one channel of one image: there is a list of gradients and a list of addresses, equally long, "
        "and an empty picture. Deliver every gradient to its address. What do you do at an address that has got something "
        "already? Draw a picture of three by three with the brightest pixel in the middle and windows of two by two, and see.",
        "Flat addresses want a flat picture: keep one row of H times W zeros for each channel of each image, and give it the "
        "shape of the image at the very end. With plain loops this is one line inside. If you do it for all channels at once, "
        "address 5 of the second channel must not land in the first one.",
        "Beware of indexing a NumPy array with an array of addresses and a plus in front of the equals sign. It reads all "
        "places, adds, and writes back: of two deliveries to one address only the last survives. NumPy's ufuncs have a method "
        "for this, which works unbuffered; counting with weights does it too. PyTorch has a scatter that adds, along one axis.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.max_unpool2d",
        "torch.nn.MaxUnpool2d",
        "torch.ops.aten.max_pool2d_with_indices_backward",
        "torch.ops.aten.max_unpool2d",
    ),
)


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
    n, channels, height, width = x_shape
    if indices.shape != grad_output.shape:
        raise ValueError(f"indices have shape {indices.shape}, grad_output has {grad_output.shape}")
    if grad_output.shape[:2] != (n, channels):
        raise ValueError(f"x_shape is {x_shape}, grad_output is for {grad_output.shape[:2]} images and channels")
    grad_x = np.zeros((n, channels, height, width), dtype=grad_output.dtype)
    image, channel, _, _ = np.indices(indices.shape)
    rows, columns = np.divmod(indices, width)
    np.add.at(grad_x, (image, channel, rows, columns), grad_output)  # adds every time, where += adds once
    return grad_x
