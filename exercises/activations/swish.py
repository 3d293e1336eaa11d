r"""Swish, or SiLU, is a smooth relative of ReLU: the input, times how open its own gate is.

$$\mathrm{swish}(x) = x \cdot \sigma(\beta x) = \frac{x}{1 + e^{-\beta x}}$$

$\beta$ sets how sharply the gate opens and stands **inside** the sigmoid only; it may be any finite number, since networks
may learn it. $\beta = 1$ is the default; $\beta = 0$ leaves the gate half open and gives $x/2$; the larger $\beta$ gets, the
closer swish comes to ReLU. It works element by element, on an array of any shape, down to a single number with no axis.

Unlike ReLU it is not monotone: for $\beta = 1$ it falls to $-0.2785$ at $x = -1.2785$ and climbs back to zero further left.

Elements of `x`, and their products with $\beta$, are finite but may be large: swish(1000) is 1000 and swish(-1000) is 0 (or -0,
which is the same), never NaN. An error as small as the rounding of $x$ itself does no harm, also where the gate is almost shut
and little is left. The result has the dtype of `x`: float32 in, float32 out. Return a new array; do not change the input.

Work on whole arrays: a Python loop over the elements takes a network hours.

Source: Elfwing, Uchibe and Doya 2018, *Sigmoid-weighted linear units for neural network function approximation in
reinforcement learning*; with a trainable beta Ramachandran, Zoph and Le 2017, *Searching for activation functions*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.silu, torch.nn.SiLU, torch.nn.functional.glu, by whatever name.
def swish(x: Float[Array, "*shape"], beta: float = 1.0) -> Float[Array, "*shape"]:
    """Multiply every element of `x` by the sigmoid of `beta` times itself.

    Parameters
    ----------
    x : finite real numbers, in an array of any shape.
    beta : how sharply the gate opens: any finite number, also 0 or negative.

    Returns
    -------
    The activations, in the shape and dtype of `x`.

    Examples
    --------
    >>> swish(np.array([[-1.0, 0.0, 2.0], [5.0, -3.0, 0.5]]))
    array([[-0.26894142,  0.        ,  1.76159416],
           [ 4.96653575, -0.14227762,  0.31122967]])
    >>> swish(np.array([1000.0, -1000.0]))
    array([1000.,   -0.])
    >>> swish(np.array([-1.0, 2.0]), beta=3.0)
    array([-0.04742587,  1.99505475])
    """
    raise NotImplementedError("write swish here")
