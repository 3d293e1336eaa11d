r"""One step of gradient descent on a loss with an L2 penalty: weight decay, as it was in the beginning.

Add to the loss $L$ half the squared length of the parameters, times `weight_decay` $\lambda$:

$$L_{total}(\theta) = L(\theta) + \frac{\lambda}{2} \lVert\theta\rVert^2$$

The gradient of the penalty is $\lambda\theta$: the half and the square cancel. A step of gradient descent on the total is then

$$\theta \leftarrow \theta - \text{lr} \cdot (g + \lambda\, \theta)$$

with $g$ the gradient of $L$ alone. Everything in brackets is a gradient, so **everything** is multiplied by the learning rate. A
formula that is printed in many places, $(1 - 2\lambda)\,\theta - g$, has lost it: at lr = 0.01 and $\lambda$ = 0.5 it takes the
whole parameter away in one step, where half a percent is right.

The arrays have one shape, which may be any, and one dtype; so has the result. Return a new array and do not change the inputs.

Source: Krogh and Hertz 1992, *A simple weight decay can improve generalization*, section 2; the formula is that of
`torch.optim.SGD(weight_decay=...)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="SGD with an L2 penalty",
    difficulty=1,
    points=5,
    questions=("How is L2 regularization related to weight decay, and are the two the same?",),
    hints=(
        "Write down the total loss for a single number first, and differentiate it. The penalty is a parabola whose "
        "steepness at a point is proportional to the distance of that point from zero. Mind the factor one half, which is "
        "there so that no factor two is left over.",
        "Gradient descent does not know that its loss has two parts. It takes the gradient of the whole, multiplies it by "
        "the learning rate, and subtracts. So add up first, multiply then; whatever you find in the web, the learning "
        "rate belongs to both parts.",
        "Take a parameter whose own gradient is zero and follow it for one step: it must lose a share of itself that is "
        "the product of the learning rate and the strength of the penalty, and it must come closer to zero from either "
        "side. If it jumps past zero, or vanishes, one of the two factors is missing.",
    ),
    forbid=("torch.optim",),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def sgd_l2_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    lr: float,
    weight_decay: float,
) -> Float[Array, "*shape"]:
    """Move the parameters down the gradient of the loss with its penalty.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient by `param` of the loss without the penalty.
    lr : learning rate.
    weight_decay : strength of the penalty, 0 for none.

    Returns
    -------
    The new parameters.

    Raises
    ------
    ValueError
        If `weight_decay` is negative. The message names it: weight_decay.

    Examples
    --------
    >>> sgd_l2_step(np.array([4.0, -2.0, 1.0]), np.array([1.0, 0.0, -3.0]), lr=0.1, weight_decay=0.5)
    array([ 3.7 , -1.9 ,  1.25])
    """
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")

    return param - np.multiply(lr, grad + weight_decay * param)
