r"""Backpropagation through a convolutional layer: three gradients, each a sum over everything it touched.

The forward pass, with $\tilde x$ for $x$ with `padding` zeros on all four sides and $s$ for `stride`, is

$$y_{n,o,i,j} = b_o + \sum_{c,u,v} \tilde x_{n,\,c,\,i s + u,\,j s + v}\; w_{o,c,u,v}$$

Given $g = \partial L / \partial y$ (`grad_output`) of a scalar loss $L$, return $\partial L/\partial x$,
$\partial L/\partial w$ and $\partial L/\partial b$, in this order:

$$\frac{\partial L}{\partial b_o} = \sum_{n,i,j} g_{n,o,i,j}, \qquad
\frac{\partial L}{\partial w_{o,c,u,v}} = \sum_{n,i,j} g_{n,o,i,j}\; \tilde x_{n,\,c,\,i s + u,\,j s + v}$$

$$\frac{\partial L}{\partial \tilde x_{n,c,r,q}} = \sum_{o}\ \sum_{i,u:\; i s + u = r}\ \sum_{j,v:\; j s + v = q}
g_{n,o,i,j}\; w_{o,c,u,v}$$

and $\partial L/\partial x$ is the middle of $\partial L/\partial \tilde x$, with the padding cut away.

* A pixel under several windows collects a share from each of them; a pixel under no window (the last rows or columns,
  if the stride does not come out even) has gradient zero, up to rounding. The gradient has the full shape of $x$ all
  the same.
* The sums run over the whole batch. Nothing is divided by $N$: if the loss is a mean, the factor is in $g$ already.

Return three new arrays in the dtype of the inputs (all float64 or all float32); do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.5; the layout is that of
`torch.nn.functional.conv2d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.grad, torch.nn.functional.conv_transpose2d,
# torch.conv_transpose2d, torch.nn.functional.conv2d, torch.conv2d, torch.ops.aten.convolution_backward,
# scipy.signal, scipy.ndimage, by whatever name.
def conv2d_backward(
    grad_output: Float[Array, "N O OH OW"],
    x: Float[Array, "N C H W"],
    weight: Float[Array, "O C KH KW"],
    stride: int = 1,
    padding: int = 0,
) -> tuple[Float[Array, "N C H W"], Float[Array, "O C KH KW"], Float[Array, "O"]]:
    """Turn the gradient of a convolution's output into the gradients of its image, its filters and its bias.

    Parameters
    ----------
    grad_output : gradient of the loss with respect to the output of the layer.
    x : images that went into the forward pass.
    weight : filters that were used.
    stride : step of the window in the forward pass, at least 1.
    padding : rows and columns of zeros that the forward pass added on each side, at least 0.

    Returns
    -------
    The tuple (grad_x, grad_weight, grad_bias), with the shapes of `x`, of `weight` and of the bias.

    Raises
    ------
    ValueError
        If `stride` is below 1, `padding` is below 0, the channels of `x` and `weight` differ, the kernel is larger than
        the padded image, or `grad_output` does not have the shape of the forward pass's output. The message names the
        argument: stride, padding, channels, kernel, grad_output. If several are wrong, it does not matter which is found
        first.

    Examples
    --------
    >>> x = np.array([[[[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]]]])
    >>> weight = np.array([[[[1.0, 0.0], [2.0, -1.0]]]])
    >>> grad_output = np.array([[[[1.0, 3.0], [0.0, -2.0]]]])
    >>> conv2d_backward(grad_output, x, weight)
    (array([[[[ 1.,  3.,  0.],
             [ 2.,  3., -3.],
             [ 0., -4.,  2.]]]]), array([[[[1., 0.],
             [9., 2.]]]]), array([2.]))
    >>> grad_x, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride=2, padding=1)
    >>> grad_x
    array([[[[-1.,  6., -3.],
             [ 0., -2.,  0.],
             [ 0., -4.,  2.]]]])
    >>> grad_weight
    array([[[[-6., -2.],
             [ 6., -3.]]]])
    """
    raise NotImplementedError("write conv2d_backward here")
