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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
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
    raise NotImplementedError("write sgd_l2_step here")
