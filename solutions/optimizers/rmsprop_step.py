r"""One step of RMSprop: every parameter divides its gradient by the typical size of its gradients.

A number $s$ (`square_avg`) is kept for every parameter, the exponential moving average of the square of the gradient $g$:

$$s \leftarrow \alpha\, s + (1 - \alpha)\, g^2, \qquad \theta \leftarrow \theta - \text{lr} \cdot \frac{g}{\sqrt{s} + \epsilon}$$

The new $s$ counts, and $\epsilon$ stands outside of the root. Unlike Adam there is no average of the gradient itself and no
bias correction: as $s$ starts at zero, under a constant gradient the first step is $1 / \sqrt{1 - \alpha}$ times as long as
late ones, ten times by default.

The arrays have one shape, which may be any, and one dtype; so have the results. State goes in and state comes out: return new
arrays and do not change the inputs.

Source: Tieleman and Hinton 2012, *Neural networks for machine learning*, lecture 6.5; the formulas are those of
`torch.optim.RMSprop`, neither centred nor with momentum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="RMSprop",
    difficulty=1,
    points=5,
    needs=("optimizers/momentum_step",),
    questions=("What do AdaGrad and RMSprop do, and how do they differ from Adam?",),
    hints=(
        "Two lines are enough: first the average is brought up to date, then the parameters move. The square is taken of "
        "every entry by itself, so each parameter has a step length of its own, and nothing is summed over the array.",
        "The average forgets: the old value is weighted with alpha, which is close to 1, and the new square with what is "
        "missing to 1. If the weights do not add up to 1, the average of a constant would not be that constant.",
        "Divide by the root of the average that already holds this gradient. The small number is added to the root and "
        "not to what is under it; that makes a difference for gradients that are as small as it. A parameter without any "
        "gradient stays where it is, because zero divided by the small number is zero.",
    ),
    forbid=("torch.optim",),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def rmsprop_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    square_avg: Float[Array, "*shape"],
    lr: float = 1e-2,
    alpha: float = 0.99,
    eps: float = 1e-8,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Move every parameter by `lr` times its gradient, measured in typical gradients.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient of the loss by `param`.
    square_avg : average of the squares that the step before returned, nowhere negative; zeros before the first step.
    lr : learning rate.
    alpha : decay rate of the average, at least 0 and below 1.
    eps : small number that keeps the denominator from zero.

    Returns
    -------
    The new parameters and the new average of the squares.

    Examples
    --------
    >>> rmsprop_step(np.array([1.0, -2.0]), np.array([3.0, -4.0]), np.array([9.0, 0.0]), lr=0.5, alpha=0.75)
    (array([ 0.5, -1. ]), array([9., 4.]))
    """
    square_avg = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / (np.sqrt(square_avg) + eps), square_avg
