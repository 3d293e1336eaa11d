r"""One step of Adam, short for adaptive **moment** estimation: the average gradient, divided by its typical size.

For every parameter two exponential moving averages are kept: of the gradient $g$, the first moment $m$ (`exp_avg`), and of its
square, the second moment $v$ (`exp_avg_sq`):

$$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$

Both start at zero, and so they are too small in the beginning. By how much is known, since the weights add up to
$1 - \beta^t$ after $t$ steps; dividing by that sum is the bias correction:

$$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
\theta \leftarrow \theta - \text{lr} \cdot \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$

Here $t$ is `step`, the number of the step that is being taken: the first one is 1. The small $\epsilon$ stands outside of the
root and is added after the correction. The new moments are the ones that count, and they are returned **uncorrected**.

The size of the gradient cancels out, except for $\epsilon$: the first step is `lr` times the sign of the gradient, whether that
is $10^{-3}$ or $10^3$. The arrays have one shape, which may be any, and one dtype; so have the results. Return new arrays and do
not change the inputs.

Source: Kingma and Ba 2015, *Adam: a method for stochastic optimization*, algorithm 1 and section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Adam",
    difficulty=2,
    points=10,
    needs=("optimizers/momentum_step",),
    questions=("Explain the Adam optimizer: what do its two moments do, and what is the bias correction for?",),
    hints=(
        "Take the formulas in the order in which they stand: two averages, two corrections, one movement. The averages are "
        "made from the old moments and the gradient, and everything after that uses the new ones. The results are the moved "
        "parameters and the two averages as they were before the correction, because the next step goes on from there.",
        "The correction is a plain number, not an array: one minus a power of the decay rate, with the number of the step as its "
        "exponent. In the first step that is exactly the weight that the gradient got, so the corrected moments are the "
        "gradient and its square. With a step number of 0 you would divide by zero: reject it.",
        "The denominator is a square root plus a small number. Correct the second moment first, then take the root, then add. "
        "If the small number goes inside the root or is added before the correction, tiny gradients give tiny steps. All "
        "numbers such as lr are Python's, so float32 arrays stay float32 unless you convert them.",
    ),
    forbid=("torch.optim", "torch.ops.aten._fused_adam"),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def adam_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    exp_avg: Float[Array, "*shape"],
    exp_avg_sq: Float[Array, "*shape"],
    step: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Move every parameter by about `lr`, in the direction of its average gradient.

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
    >>> adam_step(param, grad, np.zeros(2), np.zeros(2), step=1, lr=0.1, beta1=0.75, beta2=0.5)
    (array([ 0.9, -1.9]), array([ 1.   , -0.125]), array([8.   , 0.125]))
    >>> adam_step(param, grad, np.array([1.0, -0.125]), np.array([8.0, 0.125]), step=2, lr=0.1, beta1=0.75, beta2=0.5)
    (array([ 0.9, -1.9]), array([ 1.75   , -0.21875]), array([12.    ,  0.1875]))
    """
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")

    exp_avg = beta1 * exp_avg + (1 - beta1) * grad
    exp_avg_sq = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    mean = exp_avg / (1 - beta1**step)
    size = np.sqrt(exp_avg_sq / (1 - beta2**step))
    return param - lr * mean / (size + eps), exp_avg, exp_avg_sq
