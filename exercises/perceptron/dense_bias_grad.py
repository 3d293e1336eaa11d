r"""How a gradient reaches the biases of a layer, and what changes if all neurons have to share one.

In the forward pass the layer computed $z_{ih} = \sum_d W_{hd} x_{id} + b_h$ for $N$ examples and $H$ neurons. In the backward
pass the layers above hand down $\partial L/\partial z_{ih}$, called `grad_output`. A bias takes part in the sums of **all**
examples, with a factor of 1, so the chain rule has one path through each of them, and the paths add up:

$$\frac{\partial L}{\partial b_h} = \sum_{i=1}^{N} \frac{\partial L}{\partial z_{ih}}
\qquad\text{and for one shared bias}\qquad
\frac{\partial L}{\partial b} = \sum_{h=1}^{H}\sum_{i=1}^{N} \frac{\partial L}{\partial z_{ih}}$$

Nothing is divided by $N$: if the loss is a mean, `grad_output` has that factor already. There is no "bias matrix" either. The
bias is a **vector** with one number for each neuron; in the forward pass it is broadcast over the batch, and the backward of a
broadcast is a sum.

A single shared bias is allowed, and a restriction: the gradient that it sees is the sum of those that the separate biases would
see, so neurons that want to move apart pull against each other. Weights that differ can make up for much of that.

With `shared=False` return the $H$ gradients of the separate biases, a new array of the dtype of `grad_output`; with `shared=True`
the gradient of the one bias, a single number. Do not change the input.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def dense_bias_grad(grad_output: Float[Array, "N H"], shared: bool = False) -> Float[Array, " H"] | float:
    """Turn the gradient by a layer's weighted sums into the gradient by its biases.

    Parameters
    ----------
    grad_output : gradient of the loss by the weighted sums, one example a row and one neuron a column.
    shared : whether the layer has a single bias for all neurons instead of one for each.

    Returns
    -------
    The gradient by the biases: an array of shape (H,), or a single number if there is one bias only.

    Examples
    --------
    >>> grad_output = np.array([[1.0, -2.0, 0.5], [3.0, 0.25, 4.0]])
    >>> dense_bias_grad(grad_output)
    array([ 4.  , -1.75,  4.5 ])
    >>> dense_bias_grad(grad_output, shared=True)
    np.float64(6.75)
    """
    raise NotImplementedError("write dense_bias_grad here")
