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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
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
    raise NotImplementedError("write rmsprop_step here")
