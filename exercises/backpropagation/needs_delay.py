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


# To be written without graphlib, networkx, scipy.sparse, by whatever name.
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
    raise NotImplementedError("write needs_delay here")
