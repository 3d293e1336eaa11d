r"""How a Hopfield network learns by heart: Hebb's rule, which stores patterns in the connections in one go.

A Hopfield network has $N$ units, each of which is $+1$ or $-1$, and all of which are connected with each other. To store $M$
patterns $p^{(1)}, \dots, p^{(M)}$, strengthen the connection between two units whenever they agree, and weaken it whenever they
differ:

$$W_{ij} = \frac{1}{N} \sum_{m=1}^{M} p^{(m)}_i\, p^{(m)}_j \quad (i \ne j), \qquad W_{ii} = 0$$

$N$ is the number of **units**. The connections are symmetric, and no unit is connected with itself. There is no loop over epochs
and no gradient: "what fires together wires together", and that is all.

Units are $\pm 1$ here, and not 0 and 1: with zeros, two units that are off together would not be counted as agreeing, and the
network would be another one. Patterns with any other entries are refused.

Source: Hopfield 1982, *Neural networks and physical systems with emergent collective computational abilities*; Hebb 1949, *The
organization of behavior*, for the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def hopfield_weights(patterns: Float[Array, "M N"]) -> Float[Array, "N N"]:
    """Store patterns in the connections of a Hopfield network.

    Parameters
    ----------
    patterns : one pattern in each row, at least one; every entry is -1.0 or +1.0.

    Returns
    -------
    The symmetric matrix of the connections with zeros on its diagonal, in the dtype of `patterns`.

    Raises
    ------
    ValueError
        If an entry of `patterns` is neither -1 nor +1. The message names it: patterns.

    Examples
    --------
    >>> hopfield_weights(np.array([[1.0, -1.0, 1.0, 1.0], [1.0, -1.0, -1.0, 1.0]]))
    array([[ 0. , -0.5,  0. ,  0.5],
           [-0.5,  0. ,  0. , -0.5],
           [ 0. ,  0. ,  0. ,  0. ],
           [ 0.5, -0.5,  0. ,  0. ]])
    """
    raise NotImplementedError("write hopfield_weights here")
