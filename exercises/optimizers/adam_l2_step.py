r"""One step of Adam with an L2 penalty: the decay goes through the moments, and comes out as something else.

The loss has a penalty $\frac{\lambda}{2}\lVert\theta\rVert^2$, where $\lambda$ is the `weight_decay`. Its gradient is
$\lambda\theta$, so the gradient that Adam sees is

$$g' = g + \lambda\, \theta$$

and then everything is as in Adam, with $g'$ in **both** moments:

$$m \leftarrow \beta_1 m + (1 - \beta_1)\, g', \quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g'^2, \qquad
\theta \leftarrow \theta - \text{lr} \cdot \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon}$$

Here $m$ is `exp_avg`, $v$ is `exp_avg_sq`, both zero before the first step, and $t$ is `step`, which is 1 for the first step. The
new moments are the ones that count, and they are returned uncorrected. $\epsilon$ stands outside of the root.

For plain gradient descent such a penalty is the same as weight decay. Here it is not: the division by the root also divides
the penalty. Without a gradient, a first step moves each parameter by `lr` towards zero, but for $\epsilon$, no matter how
large it and $\lambda$ are, as long as neither is 0. The arrays have one shape, which may be any, and one dtype; so have the
results. Return new arrays and do not change the inputs.

Source: Loshchilov and Hutter 2019, *Decoupled weight decay regularization*, section 2; the formulas are those of
`torch.optim.Adam` with `weight_decay`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, torch.ops.aten._fused_adam, by whatever name.
def adam_l2_step(
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
    """Move the parameters by a step of Adam down the loss with its penalty.

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
    weight_decay : strength of the penalty, lambda in the formula.

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
    >>> param, exp_avg, exp_avg_sq = adam_l2_step(param, grad, np.zeros(2), np.zeros(2), 1, 0.1, 0.75, 0.5, 1e-8, 0.5)
    >>> param
    array([ 0.9, -1.9])
    >>> exp_avg, exp_avg_sq
    (array([ 1.125, -0.375]), array([10.125,  1.125]))
    """
    raise NotImplementedError("write adam_l2_step here")
