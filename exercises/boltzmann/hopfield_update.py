r"""How a Hopfield network remembers: unit after unit gives in to its neighbours, until the nearest memory is reached.

The state $s$ of the network has one entry for each unit, $+1$ or $-1$. To update unit $i$, add up what the others tell it, and
follow the sign:

$$h_i = \sum_j W_{ij}\, s_j, \qquad s_i \leftarrow \begin{cases} +1 & h_i > 0 \\ -1 & h_i < 0 \\ s_i & h_i = 0 \end{cases}$$

The units are updated **one at a time**, in the order given by `order`, and each of them sees what the ones before it have become.
That is called asynchronous, and it is what makes the network settle: with symmetric weights and no self-connections the energy
$-\tfrac12 s^\top W s$ never rises. If all units move at once, the network may swing to and fro for ever.

`order` holds numbers of units from 0. It may name a unit several times, which is then updated several times, and it may leave
units out, which then stay as they are. Row $i$ of `weight` holds the connections into unit $i$, and the sum runs over all $j$.

Source: Hopfield 1982, *Neural networks and physical systems with emergent collective computational abilities*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


def hopfield_update(state: Float[Array, "N"], weight: Float[Array, "N N"], order: Int[Array, "L"]) -> Float[Array, "N"]:
    """Update units of a Hopfield network one after the other.

    Parameters
    ----------
    state : the units before, each -1.0 or +1.0.
    weight : the connections; row i holds those into unit i.
    order : numbers of the units to update, first to last; integers from 0 to N - 1.

    Returns
    -------
    The units after the last update, each -1.0 or +1.0, as a new array in the dtype of `state`.

    Examples
    --------
    >>> weight = np.array([[0.0, -1.0, 0.5], [-1.0, 0.0, 0.25], [0.5, 0.25, 0.0]])
    >>> hopfield_update(np.array([1.0, 1.0, -1.0]), weight, np.array([1, 0, 2]))
    array([ 1., -1.,  1.])
    """
    raise NotImplementedError("write hopfield_update here")
