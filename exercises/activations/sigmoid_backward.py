r"""How a gradient flows back through a sigmoid: the gradient from above and the sigmoid's output are all it takes.

In the forward pass $y = \sigma(x)$, element by element, and $y$ was kept. In the backward pass the layers above hand down
$\partial L / \partial y$, called `grad_output`. The slope of the sigmoid can be written with $y$ alone, so $x$ is not needed:

$$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} \cdot y\,(1 - y)$$

`y` **is already the output** of the sigmoid, with values from 0 to 1. The slope is largest, 1/4, at $y = 1/2$: every sigmoid
on the way back shrinks the gradient to a quarter at best, which is how gradients vanish.

At exactly 0 and 1 the unit is saturated: its slope is exactly zero, and so is the result. Nowhere else is it: a slope of
$10^{-20}$ counts where a cross-entropy hands down a gradient of $10^{20}$, so small slopes keep their digits. Close to 1, where
floats lie less densely, an error of the slope as small as the rounding of $y$ is fine.

Both arrays have the same dtype and the same shape, which may be any, and so has the result. Return a new array; do not change
the inputs.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.ops.aten.sigmoid_backward, by whatever name.
def sigmoid_backward(grad_output: Float[Array, "*shape"], y: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Turn the gradient of the loss by the sigmoid's output into the gradient by its input.

    Parameters
    ----------
    grad_output : gradient of the loss by `y`, any real numbers.
    y : output of the sigmoid in the forward pass, of the same shape, with values from 0 to 1.

    Returns
    -------
    The gradient of the loss by the input of the sigmoid, in the shape and dtype of `y`.

    Examples
    --------
    >>> sigmoid_backward(np.array([2.0, -3.0, 8.0]), np.array([0.5, 0.1, 1.0]))
    array([ 0.5 , -0.27,  0.  ])
    """
    raise NotImplementedError("write sigmoid_backward here")
