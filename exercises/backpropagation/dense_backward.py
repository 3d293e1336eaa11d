r"""The backward pass of a dense layer: three short lines that do most of the work in every network.

The forward pass was $Z = X W^\top + b$: a batch of $N$ samples with $I$ inputs each, $O$ neurons, and `weight` stored as
(out, in), row $o$ for neuron $o$. The layers above hand down $G = \partial L/\partial Z$, called `grad_output`, of shape
$(N, O)$. The loss $L$ is a single number for the whole batch, so $G$ already contains whatever factor it has, such as the
$1/N$ of a mean. With $z_{no} = \sum_i w_{oi}\, x_{ni} + b_o$, work out three gradients by the chain rule:

$$\frac{\partial L}{\partial x_{ni}}, \qquad \frac{\partial L}{\partial w_{oi}}, \qquad \frac{\partial L}{\partial b_o}$$

Each gradient has the shape of what it belongs to. This is more than bookkeeping: sample $n$ of $X$ influences row $n$ of $Z$
only, whereas one weight and one bias serve **all** samples of the batch, and collect a contribution from every one of them.

All arrays share one dtype, and so do the three results, which are new arrays. Computing gradients changes nothing: weights
move later, in the optimiser.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.5.6; the layout is that of `torch.nn.Linear`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def dense_backward(
    grad_output: Float[Array, "N O"],
    x: Float[Array, "N I"],
    weight: Float[Array, "O I"],
) -> tuple[Float[Array, "N I"], Float[Array, "O I"], Float[Array, " O"]]:
    """Turn the gradient by a dense layer's output into the gradients by its input, its weight and its bias.

    Parameters
    ----------
    grad_output : gradient of the loss by the layer's output.
    x : input of the layer in the forward pass.
    weight : weights of the layer, as (out, in).

    Returns
    -------
    Three new arrays: the gradients of the loss by `x`, by `weight` and by the bias, in this order.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0, 3.0], [0.0, 4.0, 5.0]])
    >>> weight = np.array([[0.5, 1.0, -1.0], [2.0, 0.0, 3.0]])
    >>> dx, dweight, dbias = dense_backward(np.array([[1.0, 2.0], [-1.0, 0.5]]), x, weight)
    >>> dx
    array([[ 4.5,  1. ,  5. ],
           [ 0.5, -1. ,  2.5]])
    >>> dweight
    array([[ 1. , -6. , -2. ],
           [ 2. , -2. ,  8.5]])
    >>> dbias
    array([0. , 2.5])
    """
    raise NotImplementedError("write dense_backward here")
