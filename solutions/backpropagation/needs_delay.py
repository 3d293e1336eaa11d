r"""May layer 4's output be fed back into layer 2?  Yes, if it arrives one time step later: find the layers that need this delay.

A network is given by its connections, each a tuple `(source, target, delay)`. With delay 0 the target reads what the source
computes **in the same step**. With delay 1 it reads what the source had computed in the step before, and that is known
already, whatever the source. So a step can be computed, layer after layer, unless connections without a delay lead in a circle:

$$\ell_1 \to \ell_2 \to \dots \to \ell_m \to \ell_1 \qquad (\text{all with delay } 0)$$

Each layer in such a circle would have to be computed before itself. At least one connection of it needs a delay (or one
solves for a fixed point, which is another kind of network). What makes feedback work is the step before **of the same
sequence**. An earlier batch is of no use: it holds other samples.

Return the layers that lie on such a circle: those from which one or more connections without a delay, each in its direction,
lead back to the layer itself. A layer that reads itself without a delay is one. A layer *behind* a circle is none: it waits,
too, but not for itself. Two ways that part and meet again, as with a skip connection, are no circle. The result is a list in
ascending order with each layer once, and empty where no delay is missing.

Layers are whole numbers; they are names only, and a smaller one need not come earlier. A connection may be listed twice, two
layers may be connected both with and without a delay, the network may have separate parts, or no connection at all. It
is small, below a hundred layers. The list is not changed.

Source: Elman 1990, *Finding structure in time*, for the delayed copy; Bai, Kolter and Koltun 2019, *Deep equilibrium
models*, for the fixed point.
"""

from __future__ import annotations

from grader.authoring import About

ABOUT = About(
    title="Feedback needs a delay",
    difficulty=1,
    points=5,
    needs=("backpropagation/topological_order",),
    questions=("May the output of layer 4 be fed back into layer 2?",),
    hints=(
        "Delays break circles: what was computed in the step before is known, so these connections hold up nobody. Put them "
        "aside before you do anything else. What is left is a graph of who waits for whom within one step, and for every layer "
        "you ask whether one can walk from it along the arrows and arrive at it again.",
        "Take one layer. To which layers does one connection lead, and from those by one more? Keep a set of what you "
        "reach, and go on until nothing new turns up. The layer you start from must not be in it only because "
        "you started there: you have to arrive at it.",
        "It is one search for each layer, which is fine for a network of this size. A search needs a list of layers that are "
        "still to be looked at and a set of layers that were reached. After it, look whether the start is in the set. In the end "
        "sort those that are. Who orders the layers as topological_order does and takes what is left over also gets the layers "
        "behind a circle, which is too many.",
    ),
    forbid=("graphlib", "networkx", "scipy.sparse"),
)


def needs_delay(edges: list[tuple[int, int, int]]) -> list[int]:
    """Find the layers of a network that would have to be computed before themselves.

    Parameters
    ----------
    edges : connections (source, target, delay), with a delay of 0 or 1 steps.

    Returns
    -------
    The layers on a circle of connections without a delay, in ascending order; empty where there is none.

    Examples
    --------
    >>> needs_delay([(1, 2, 0), (2, 3, 0), (3, 4, 0), (4, 2, 0), (4, 5, 0), (8, 8, 1), (6, 7, 0), (7, 6, 0)])
    [2, 3, 4, 6, 7]
    >>> needs_delay([(1, 2, 0), (2, 3, 0), (3, 4, 0), (4, 2, 1), (4, 5, 0)])
    []
    """
    targets: dict[int, set[int]] = {}
    # equivalent: source, target => target, source, because a circle that is walked the other way round has the same layers.
    for source, target, delay in edges:
        if delay == 0:
            targets.setdefault(source, set()).add(target)
    return [layer for layer in sorted(targets) if layer in _reached(targets, layer)]


def _reached(targets: dict[int, set[int]], start: int) -> set[int]:
    """All layers that a connection leads to, from the start or from a layer that is reached."""
    reached: set[int] = set()
    new = targets[start]
    while new:
        reached |= new
        new = {target for layer in new for target in targets.get(layer, ())} - reached
    return reached
