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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of ReLU",
    difficulty=1,
    points=5,
    needs=("activations/relu",),
    questions=(
        "Does ReLU solve the problem of vanishing gradients?",
        "What is a dying ReLU, and what helps against it?",
    ),
    hints=(
        "Draw the ReLU as two half lines that meet at the origin. What is the slope of the left one, and of the right one? A "
        "backward pass is the chain rule: what comes from above, times the slope at the place where the forward pass was. So "
        "which of the two arrays tells you the slope, and which one is to be multiplied?",
        "A slope of 1 keeps a number and a slope of 0 wipes it out, so no product is really needed: every element either "
        "survives or becomes zero. That is better than a product, too, because zero times infinity is not a number. Now "
        "settle the corner: what does the statement want of an input that is exactly zero?",
        "Choose element by element, with a condition on the input of the forward pass and on nothing else: on one side the "
        "gradient from above, on the other side a plain zero. The comparison is strict, so that the kink itself counts as "
        "closed. Choosing makes a new array of the right dtype all by itself; assigning into one of the arguments does not.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=("autograd", "torch.relu", "torch.nn.functional.relu", "torch.nn.ReLU", "torch.ops.aten.threshold_backward"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    return np.where(x > 0, grad_output, 0)
