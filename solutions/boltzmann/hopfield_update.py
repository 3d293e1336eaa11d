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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Recalling a pattern from a Hopfield network",
    difficulty=1,
    points=5,
    needs=("boltzmann/hopfield_weights",),
    questions=("What is a Hopfield network?", "In what sense is a Boltzmann machine a stochastic Hopfield network?"),
    hints=(
        "This is a loop, and one that cannot be replaced by a matrix product: unit by unit, in the order given, and each step "
        "needs the result of the step before. Ask yourself which state the second unit in the order has to look at, the one that "
        "you were given or the one that the first unit has just changed.",
        "Begin with a copy of the state, because the caller still needs the old one, and make all changes in this copy. One step "
        "takes a single row of the weights and a scalar product with the state as it is now. The result of that is a single "
        "number, and only its sign counts.",
        "A sum of exactly zero means that the neighbours have no opinion. The sign function of the libraries gives zero there, "
        "and a comparison with zero gives one of the two signs, but the unit should simply stay what it was. So change it only "
        "when the sum is not zero; then the sign function is all that you need.",
    ),
    skip={
        "large_values": "A state consists of plus and minus one: times ten thousand it is none.",
        "gradients_flow": "A sign has no slope, so there is nothing that could flow.",
        "independent": "No library at hand has a Hopfield network, and nothing else updates units one by one.",
    },
)


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
    settled = state.copy()
    for i in order:
        # equivalent: weight[i] @ settled => settled @ weight[i], because a scalar product knows no order
        field = weight[i] @ settled
        if field != 0:
            settled[i] = np.sign(field)
    return settled


def show(function):
    """Three letters are stored, and one is recalled from a spoilt copy, part by part; yours above the reference."""
    import matplotlib.pyplot as plt

    letters = ("11111 1.... 1.... 1.... 11111", "..1.. ..1.. ..1.. ..1.. 11111", "1...1 11.11 1.1.1 1...1 1...1")
    patterns = np.array([[1.0 if dot == "1" else -1.0 for dot in letter.replace(" ", "")] for letter in letters])
    weight = patterns.T @ patterns / 25
    np.fill_diagonal(weight, 0)
    rng = np.random.default_rng(4)
    spoilt = patterns[1] * np.where(rng.random(25) < 0.24, -1, 1)
    parts = np.split(rng.permutation(25), [6, 12, 18])
    figure, axes = plt.subplots(2, 6, figsize=(11, 4.4), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, hopfield_update)):
        states = [patterns[1], spoilt]
        for part in parts:
            states.append(compute(states[-1], weight, part))
        for ax, title, state in zip(line, ("stored", "spoilt", "6 updates", "12", "18", "25"), states):
            ax.imshow(np.reshape(state, (5, 5)), cmap="binary", vmin=-1, vmax=1)
            ax.set(title=title, xticks=[], yticks=[])
        line[0].set_ylabel(name, fontsize="large")
    return figure
