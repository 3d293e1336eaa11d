r"""One step of SGD with momentum and decoupled weight decay: the decay goes past the momentum buffer.

For plain SGD it is all the same whether an L2 penalty is added to the loss or every parameter is shrunk by a factor in every
step: $\theta - \text{lr}\,(g + \lambda\theta)$ and $(1 - \text{lr}\,\lambda)\,\theta - \text{lr}\,g$ are one formula. As soon
as the optimizer remembers something they are two. *Decoupled* decay shrinks the parameters and leaves the buffer $v$ alone:

$$v \leftarrow \mu v + g, \qquad \theta \leftarrow (1 - \text{lr} \cdot \lambda)\, \theta - \text{lr} \cdot v$$

with $g$ the gradient of the loss without a penalty, $\mu$ the `momentum`, $\lambda$ the `weight_decay` and $v$ the
`momentum_buffer`, which is zero before the first step. The **new** $v$ moves the parameters, and the decay takes its share of the
parameters as they were **before** the step, multiplied by the learning rate. With an L2 penalty, $\lambda\theta$ would go into
$v$ and echo for $1/(1-\mu)$ steps.

The arrays have one shape, which may be any, and one dtype; so have the results. State goes in and state comes out: return new
arrays and do not change the inputs.

Source: Loshchilov and Hutter 2019, *Decoupled weight decay regularization*, algorithm 1 (SGDW), with the learning rate in front
of the decay as in PyTorch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
def sgdw_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    momentum_buffer: Float[Array, "*shape"],
    lr: float,
    momentum: float = 0.9,
    weight_decay: float = 0.01,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Shrink the parameters, and move them by the momentum buffer.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient by `param` of the loss without a penalty.
    momentum_buffer : buffer that the step before returned; zeros before the first step.
    lr : learning rate.
    momentum : share of the buffer that is kept, at least 0 and below 1.
    weight_decay : strength of the decay, 0 for none.

    Returns
    -------
    The new parameters and the new buffer.

    Raises
    ------
    ValueError
        If `weight_decay` is negative. The message names it: weight_decay.

    Examples
    --------
    >>> sgdw_step(np.array([4.0, -2.0]), np.array([1.0, 0.0]), np.array([2.0, 4.0]), 0.1, momentum=0.5, weight_decay=0.5)
    (array([ 3.6, -2.1]), array([2., 2.]))
    """
    raise NotImplementedError("write sgdw_step here")
