r"""The energy of a Hopfield network: one number that says how badly a state fits the connections.

Two units that agree over a positive connection are content, and so are two that differ over a negative one. Add up the
contentment of all pairs, with the opposite sign, and you have the energy:

$$E(s) = -\frac12 \sum_i \sum_j s_i\, W_{ij}\, s_j$$

The double sum meets every pair of units twice, which is what the half is for. Stored patterns lie at the bottom of its valleys,
and recall rolls downhill: an update of one unit never raises $E$, if `weight` is symmetric with zeros on its diagonal.
The formula itself asks for neither: take the sum over all $i$ and $j$, also $i = j$, whatever the matrix holds.

`state` may have axes in front of that of the units, for a batch of states. The energy of each of them is wanted, in an array
without the last axis; for a single state that is one number.

Source: Hopfield 1982, *Neural networks and physical systems with emergent collective computational abilities*, equation 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def hopfield_energy(state: Float[Array, "*batch N"], weight: Float[Array, "N N"]) -> Float[Array, "*batch"]:
    """Compute the energy of each state.

    Parameters
    ----------
    state : one state, or a batch of states along the axes before the last one.
    weight : the connections between the units.

    Returns
    -------
    The energies, in the dtype of `state`; one number for a single state.

    Examples
    --------
    >>> weight = np.array([[0.0, 1.0, -4.0], [1.0, 0.0, 0.5], [-4.0, 0.5, 0.0]])
    >>> hopfield_energy(np.array([1.0, -1.0, 1.0]), weight)
    np.float64(5.5)
    >>> hopfield_energy(np.array([[1.0, 1.0, -1.0], [1.0, 1.0, 1.0]]), weight)
    array([-4.5,  2.5])
    """
    raise NotImplementedError("write hopfield_energy here")
