r"""What depth is good for: a network with two ReLUs in each layer folds its input, and doubles its linear pieces each time.

The tent rises from 0 to 1 and falls back to 0. Two ReLUs make one:

$$t(x) = 2\,\mathrm{relu}(x) - 4\,\mathrm{relu}\big(x - \tfrac12\big), \qquad \mathrm{relu}(z) = \max(0, z)$$

Apply it $k$ times, the output of one layer being the input of the next:

$$f_k = \underbrace{t \circ t \circ \dots \circ t}_{k} \qquad f_0(x) = x$$

Each application folds the interval $[0, 1]$ in the middle, so that $f_k$ has $2^k$ linear pieces there, with slopes of
$\pm 2^k$, from $2k$ hidden units. In one hidden layer each unit adds at most one kink, so the same function takes at least
$2^k - 1$ units. This is proved for this family of functions, and does not say that depth helps with every other.

The input may be any real number, and the network says what happens outside $[0, 1]$ too: the formula above holds everywhere. To
the left of 0 both ReLUs are off, and to the right of 1 the line goes on falling, below 0.

Doubling is exact in binary arithmetic, and so is the whole network on $[0, 1]$: at multiples of $2^{-k}$ the result is exactly
0 or 1. Return a new array in the dtype of `x`, for $k = 0$ as well.

Source: Telgarsky 2016, *Benefits of depth in neural networks*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def tent_network(x: Float[Array, "n"], k: int) -> Float[Array, "n"]:
    """Apply the tent of two ReLUs `k` times.

    Parameters
    ----------
    x : inputs, any real numbers.
    k : number of layers, at least 0.

    Returns
    -------
    The outputs of the last layer, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `k` is below 0. The message names it: k.

    Examples
    --------
    >>> x = np.array([0.125, 0.375, 0.75, 1.0])
    >>> tent_network(x, 1)
    array([0.25, 0.75, 0.5 , 0.  ])
    >>> tent_network(x, 3)
    array([1., 1., 0., 0.])
    >>> tent_network(np.array([-0.5, 1.25]), 1)
    array([ 0. , -0.5])
    """
    raise NotImplementedError("write tent_network here")
