r"""The backward pass of a residual block: at the plus sign the gradient splits, and one half of it meets no weight at all.

The block of `residual_block` is, with samples in rows, $s = x$ where `proj` is None and $s = x P^\top$ where it is not:

$$z_1 = x W_1^\top + b_1, \qquad h = \max(0, z_1), \qquad z_2 = s + h W_2^\top + b_2, \qquad y = \max(0, z_2)$$

`grad_output` is $\partial L/\partial y$. Return the gradients of $L$ by the array arguments of the block, in their order: a tuple
of five for `x, weight1, bias1, weight2, bias2`, and of six, the last one for `proj`, if there is a projection.

The loss may be any sum over the batch, so the gradients of weights and biases are **sums** over the samples (a mean has its
factor in `grad_output` already). The slope of ReLU is 1 above zero, and 0 at and below zero.

The shortcut is what makes this block worth a paper. With $W_2 = 0$ the path through the layers is dead, and still the whole
gradient arrives at $x$ wherever the last ReLU lets it pass. On a stack of fifty such blocks the term that comes from the shortcut
is multiplied by nothing but ones and zeros, while the other one passes two weight matrices per block.

The arguments fit together, as `residual_block` asks. All arrays share one dtype, that of the gradients too. Return new arrays;
do not change the inputs.

Source: He, Zhang, Ren and Sun 2016, *Identity mappings in deep residual networks*, section 2, equation 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def residual_backward(
    grad_output: Float[Array, "N O"],
    x: Float[Array, "N I"],
    weight1: Float[Array, "H I"],
    bias1: Float[Array, "H"],
    weight2: Float[Array, "O H"],
    bias2: Float[Array, "O"],
    proj: Float[Array, "O I"] | None = None,
) -> tuple[Float[Array, "..."], ...]:
    """Turn the gradient by the output of a residual block into the gradients by all that went in.

    Parameters
    ----------
    grad_output : gradient of the loss by the output of the block.
    x : the batch that went in, one sample in each row.
    weight1 : weight of the first layer.
    bias1 : bias of the first layer.
    weight2 : weight of the second layer.
    bias2 : bias of the second layer.
    proj : the matrix of the shortcut, or None for the identity.

    Returns
    -------
    The gradients by `x, weight1, bias1, weight2, bias2`, and by `proj` if it is not None, each in the shape of its array.

    Examples
    --------
    >>> grad_output, x = np.array([[2.0, -1.0], [-3.0, 0.5]]), np.array([[1.0, -2.0], [3.0, 0.5]])
    >>> weight1, bias1 = np.array([[1.0, 0.5], [-1.0, 2.0], [0.0, 1.0]]), np.array([0.5, 1.0, -0.25])
    >>> weight2, bias2 = np.array([[-0.5, 1.0, 0.0], [1.0, -1.0, 2.0]]), np.array([0.25, -0.5])
    >>> gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2)
    >>> gradients[0]
    array([[ 1. , -0.5],
           [-1. ,  2.5]])
    >>> gradients[2]
    array([1., 0., 1.])
    """
    raise NotImplementedError("write residual_backward here")
