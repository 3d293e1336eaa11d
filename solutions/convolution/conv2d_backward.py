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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of a convolution layer",
    difficulty=3,
    points=15,
    needs=("convolution/conv2d", "backpropagation/backward_221"),
    questions=(
        "How are the gradients of a convolutional layer computed?",
        "Explain the different layers of a CNN.",
    ),
    skip={
        "large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow.",
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
    },
    hints=(
        "Do not start from a formula for the gradient. Write the forward pass as plain loops, down to the one line in which one "
        "output pixel receives pixel times weight. Backwards, every such line gives two things: the pixel receives the output's "
        "gradient times the weight, and the weight receives the output's gradient times the pixel. Same loops, same indices, "
        "only the direction is turned around. Everything is added, never assigned.",
        "Work in the padded image all the way: make an array of zeros as large as the padded input, collect the gradient there, "
        "and cut out the middle at the very end. That removes every special case at the border. Rows that no window reaches "
        "simply stay zero. For a check, use one image, one channel and a gradient that is 1 in a single place: the kernel must "
        "appear, unflipped, exactly where that window lies.",
        "For speed, keep only the two loops over the kernel position (u, v). The pixels which that weight has met in all windows "
        "are a strided slice of the padded image, of shape (N, C, OH, OW). The weight's gradient at (u, v) is a contraction of "
        "grad_output with that slice over images, rows and columns. The image's gradient on the very same slice grows by "
        "a contraction of grad_output with the weights at (u, v) over the output channels. The bias is a plain sum.",
    ),
    forbid=(
        "autograd",
        "torch.nn.grad",
        "torch.nn.functional.conv_transpose2d",
        "torch.conv_transpose2d",
        "torch.nn.functional.conv2d",
        "torch.conv2d",
        "torch.ops.aten.convolution_backward",
        "scipy.signal",
        "scipy.ndimage",
    ),
)


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
    (n, channels, height, width), (filters, depth, kernel_height, kernel_width) = x.shape, weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    if kernel_height > height + 2 * padding or kernel_width > width + 2 * padding:
        raise ValueError(f"kernel {kernel_height}x{kernel_width} does not fit into the padded image")
    out_height = (height + 2 * padding - kernel_height) // stride + 1
    out_width = (width + 2 * padding - kernel_width) // stride + 1
    if grad_output.shape != (n, filters, out_height, out_width):
        raise ValueError(f"grad_output has shape {grad_output.shape}, not {(n, filters, out_height, out_width)}")

    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros_like(padded), np.empty_like(weight)
    for u in range(kernel_height):
        for v in range(kernel_width):
            rows = slice(u, u + stride * (out_height - 1) + 1, stride)
            columns = slice(v, v + stride * (out_width - 1) + 1, stride)
            met = padded[:, :, rows, columns]  # (N, C, OH, OW): what weight (u, v) was multiplied by
            grad_weight[:, :, u, v] = np.tensordot(grad_output, met, axes=((0, 2, 3), (0, 2, 3)))
            grad_padded[:, :, rows, columns] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
    grad_x = grad_padded[:, :, padding : padding + height, padding : padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
