r"""How a gradient flows back through a ReLU: an open unit passes all of it, a closed one nothing.

In the forward pass $y = \max(0, x)$, element by element, and $x$ was kept. In the backward pass the layers above hand down
$\partial L / \partial y$, called `grad_output`:

$$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} \;\text{ where } x > 0, \qquad
\frac{\partial L}{\partial x} = 0 \;\text{ everywhere else.}$$

At $x = 0$ the ReLU has a kink and no derivative. Any number from 0 to 1 could be defended there; like PyTorch, take 0. However
small a positive $x$ is, its unit is open.

`grad_output` may hold infinities, since losses do blow up: an open unit passes them on, and the result of a closed one is 0
**whatever comes from above**. NaN does not occur.

Both arrays have the same dtype and the same shape, which may be any, and so has the result. Return a new array; do not change
the inputs.

Source: Glorot, Bordes and Bengio 2011, *Deep sparse rectifier neural networks*, section 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.relu, torch.nn.functional.relu, torch.nn.ReLU,
# torch.ops.aten.threshold_backward, by whatever name.
def relu_backward(grad_output: Float[Array, "*shape"], x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Turn the gradient of the loss by the output of a ReLU into the gradient by its input.

    Parameters
    ----------
    grad_output : gradient of the loss by the output, any real numbers; infinities are allowed.
    x : input of the ReLU in the forward pass, of the same shape.

    Returns
    -------
    The gradient of the loss by `x`, in the shape and dtype of `x`.

    Examples
    --------
    >>> relu_backward(np.array([[5.0, -3.0, 2.0], [0.5, 7.0, -4.0]]), np.array([[-1.0, 2.0, 0.0], [4.0, -0.5, -6.0]]))
    array([[ 0. , -3. ,  0. ],
           [ 0.5,  0. ,  0. ]])
    """
    raise NotImplementedError("write relu_backward here")
