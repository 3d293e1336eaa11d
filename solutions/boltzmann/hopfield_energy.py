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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Energy of a Hopfield network",
    difficulty=1,
    points=5,
    needs=("boltzmann/hopfield_weights",),
    questions=("What is a Hopfield network?", "What is the energy of a Hopfield network good for?"),
    hints=(
        "Begin with a single state and write the double sum as something that libraries do well: a vector on the left, the "
        "matrix in the middle, the same vector on the right. That is a quadratic form, and it gives one number. Take half of "
        "it, and mind the sign.",
        "Now for many states at once. If you put them on both sides of the matrix as they are, you get a table in which every "
        "state meets every other one, and only the diagonal of this table is what you want. Computing the rest is a waste, and "
        "with more than one axis in front it does not even work.",
        "Split the form into two steps. The first one is a product of the states with the matrix, which takes any number of axes "
        "in front. It gives one number for each unit of each state. In the second step these numbers meet the states again, unit "
        "by unit, and the last axis is summed over.",
    ),
)


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
    return -(state @ weight * state).sum(axis=-1) / 2
