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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
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
    raise NotImplementedError("write adagrad_step here")
