r"""One step of AdaGrad: every parameter divides its gradient by the length of all gradients that it has had.

A number $s$ (`square_sum`) is kept for every parameter, the sum of the squares of its gradients $g$ so far:

$$s \leftarrow s + g^2, \qquad \theta \leftarrow \theta - \text{lr} \cdot \frac{g}{\sqrt{s} + \epsilon}$$

The new $s$ counts, and $\epsilon$ stands outside of the root. Nothing is ever forgotten, so steps only get shorter: under a
constant gradient the step number $t$ has the length $\text{lr} / \sqrt{t}$. A parameter that seldom has a gradient, such as the
vector of a rare word, keeps long steps for the day when it has one.

The arrays have one shape, which may be any, and one dtype; so have the results. State goes in and state comes out: return new
arrays and do not change the inputs.

Source: Duchi, Hazan and Singer 2011, *Adaptive subgradient methods for online learning and stochastic optimization*, section 1.1;
the formulas are those of `torch.optim.Adagrad` without its decay of the learning rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="AdaGrad",
    difficulty=1,
    points=5,
    needs=("optimizers/momentum_step",),
    questions=("What do AdaGrad and RMSprop do, and how do they differ from Adam?",),
    hints=(
        "Two lines are enough: first the sum is brought up to date, then the parameters move. The square is taken of "
        "every entry by itself, so each parameter has a step length of its own, and nothing is summed over the array: the "
        "sum runs over time.",
        "Nothing decays here and no weights are needed, which is the difference from RMSprop. The old sum comes in, the "
        "square of this gradient is added with its full weight, and the result is both what the denominator needs and "
        "what the next step will ask for.",
        "Divide by the root of the sum that already holds this gradient. The small number is added to the root and not to "
        "what is under it; that makes a difference for gradients that are as small as it. A parameter without any "
        "gradient stays where it is, because zero divided by the small number is zero.",
    ),
    forbid=("torch.optim",),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def adagrad_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    square_sum: Float[Array, "*shape"],
    lr: float = 1e-2,
    eps: float = 1e-10,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Move every parameter by `lr` times its gradient, measured in all gradients that it has had.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient of the loss by `param`.
    square_sum : sum of squares that the step before returned, nowhere negative; zeros before the first step.
    lr : learning rate.
    eps : small number that keeps the denominator from zero.

    Returns
    -------
    The new parameters and the new sum of the squares.

    Examples
    --------
    >>> adagrad_step(np.array([1.0, -2.0]), np.array([3.0, -4.0]), np.array([16.0, 0.0]), lr=0.5)
    (array([ 0.7, -1.5]), array([25., 16.]))
    """
    square_sum = square_sum + grad**2
    return param - lr * grad / (np.sqrt(square_sum) + eps), square_sum
