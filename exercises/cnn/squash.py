r"""The activation of a capsule: a vector keeps its direction, and its length is turned into a probability.

A capsule is a group of neurons whose outputs are read as one vector $s$. The **direction** of the vector says how the thing it
stands for looks, its pose; the **length** says whether it is there at all. A probability has to stay below 1, so

$$v = \frac{\lVert s \rVert^2}{1 + \lVert s \rVert^2} \cdot \frac{s}{\lVert s \rVert}$$

with the Euclidean length. The second factor is the direction, a vector of length 1; the first one is the new length. A vector
of length 1 becomes one of length 1/2, a long one comes close to 1, and a short one of length $\ell$ shrinks to about $\ell^2$.

The numbers of one capsule lie along the axis `dim`, which may be any axis, counted from the end if negative. Every other axis
only counts capsules, which know nothing of each other. A capsule of length zero has no direction: it becomes zeros, and never
NaN. Short ones that are not zero are no exception, so do not add a small constant to their length: down to a length of
$10^{-50}$ (in float32, $10^{-10}$) the result is right to rounding. Lengths are at most $10^{50}$ (in float32, $10^{10}$).

Return a new array in the shape and dtype of `s`; do not change the input.

Source: Sabour, Frosst and Hinton 2017, *Dynamic routing between capsules*, section 2, equation 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def squash(s: Float[Array, "*shape"], dim: int = -1) -> Float[Array, "*shape"]:
    """Shrink the vectors along one axis to lengths below 1 and keep their directions.

    Parameters
    ----------
    s : capsules, with at least one axis.
    dim : the axis along which the numbers of one capsule lie.

    Returns
    -------
    The squashed capsules, in the shape and dtype of `s`.

    Examples
    --------
    >>> squash(np.array([[0.6, -0.8], [6.0, 2.5], [0.0, 0.0]]))
    array([[ 0.3       , -0.4       ],
           [ 0.9017341 ,  0.37572254],
           [ 0.        ,  0.        ]])
    >>> squash(np.array([[0.75, 0.0], [1.0, -3.0]]), dim=0)
    array([[ 0.36585366,  0.        ],
           [ 0.48780488, -0.9       ]])
    """
    raise NotImplementedError("write squash here")
