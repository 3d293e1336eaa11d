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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, torch.ops.aten._fused_adamw, by whatever name.
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
    raise NotImplementedError("write adamw_step here")
