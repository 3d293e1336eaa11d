r"""One step of AdamW: Adam, with weight decay that is kept out of its moments.

First every parameter shrinks a little, by the same factor for all, and then Adam takes its usual step from there. With the
`weight_decay` $\lambda$:

$$\theta \leftarrow (1 - \text{lr} \cdot \lambda)\, \theta - \text{lr} \cdot \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$

The decay is called *decoupled* because the gradient $g$, and with it the moments, know nothing of it:

$$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2, \qquad
\hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}$$

Here $m$ is `exp_avg`, $v$ is `exp_avg_sq`, both zero before the first step, and $t$ is `step`, which is 1 for the first step. The
decay shrinks the parameters as they were **before** the step, and it is multiplied by the learning rate, as in PyTorch. The new
moments are the ones that count, and they are returned uncorrected. $\epsilon$ stands outside of the root.

A parameter whose gradients are all zero still decays, by exactly $1 - \text{lr} \cdot \lambda$ in each step. The arrays have one
shape, which may be any, and one dtype; so have the results. Return new arrays and do not change the inputs.

Source: Loshchilov and Hutter 2019, *Decoupled weight decay regularization*, algorithm 2; the factor `lr` in front of the decay is
that of `torch.optim.AdamW`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="AdamW: decoupled weight decay",
    difficulty=2,
    points=10,
    needs=("optimizers/adam_step",),
    questions=("How is L2 regularization related to weight decay, and are the two the same?",),
    hints=(
        "Start from Adam. Two things are the same, letter by letter: how the moments are made and how they are corrected. "
        "What is new concerns the parameters alone. Ask of every line whether it would change if there were no decay; "
        "only one of them would, and it is the last one.",
        "The decay is a factor a little below one, and a plain number. It contains the learning rate and the strength of "
        "the decay, and nothing of the gradient. It multiplies the parameters as they came in. The step that Adam takes "
        "is then subtracted from the product and is not shrunk itself.",
        "Test yourself with gradients and moments of zero: Adam stands still, and only the factor is left. If the "
        "parameter moves by about the learning rate instead, you have put the decay into the gradient, where the root "
        "divides it away. If it moves far too much, the learning rate is missing in the factor.",
    ),
    forbid=("torch.optim", "torch.ops.aten._fused_adamw"),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def adamw_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    exp_avg: Float[Array, "*shape"],
    exp_avg_sq: Float[Array, "*shape"],
    step: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Shrink the parameters, then move them by a step of Adam.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient of the loss by `param`.
    exp_avg : first moment that the step before returned; zeros before the first step.
    exp_avg_sq : second moment that the step before returned, nowhere negative; zeros before the first step.
    step : number of this step, 1 for the first.
    lr : learning rate.
    beta1 : decay rate of the first moment, at least 0 and below 1.
    beta2 : decay rate of the second moment, at least 0 and below 1.
    eps : small number that keeps the denominator from zero.
    weight_decay : share of each parameter that is taken away, per unit of the learning rate.

    Returns
    -------
    The new parameters, the new first moment and the new second moment.

    Raises
    ------
    ValueError
        If `step` is below 1. The message names it: step.

    Examples
    --------
    >>> param, grad = np.array([1.0, -2.0]), np.array([4.0, -0.5])
    >>> param, exp_avg, exp_avg_sq = adamw_step(param, grad, np.zeros(2), np.zeros(2), 1, 0.1, 0.75, 0.5, 1e-8, 0.5)
    >>> param
    array([ 0.85, -1.8 ])
    >>> exp_avg, exp_avg_sq
    (array([ 1.   , -0.125]), array([8.   , 0.125]))
    """
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")

    exp_avg = beta1 * exp_avg + (1 - beta1) * grad
    exp_avg_sq = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    mean = exp_avg / (1 - beta1**step)
    size = np.sqrt(exp_avg_sq / (1 - beta2**step))
    return (1 - lr * weight_decay) * param - lr * mean / (size + eps), exp_avg, exp_avg_sq
