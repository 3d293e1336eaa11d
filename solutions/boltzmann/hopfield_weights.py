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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Storing patterns in a Hopfield network",
    difficulty=1,
    points=5,
    questions=("What is a Hopfield network?",),
    hints=(
        "Take one pattern and two of its units. Their product is plus one where they agree and minus one where they differ, and "
        "this is the whole rule. Write down the table of all these products for one pattern: which operation of linear algebra "
        "makes a square table out of one vector?",
        "The tables of all patterns are added up. A sum over patterns of products of two units is a matrix product in which the "
        "axis of the patterns is summed over and disappears. So the result has a row and a column for each unit, however many "
        "patterns there are; if yours has one for each pattern, a transpose is in the wrong place.",
        "Divide by the number of units, which is the length of a pattern. Then take care of the diagonal: a unit always agrees "
        "with itself, so the sum there is the number of patterns, but the network has no such connections. NumPy can fill the "
        "diagonal of a fresh matrix; you can also multiply by one minus the identity. Check the entries before all that.",
    ),
    skip={
        "large_values": "Patterns consist of plus and minus one: times ten thousand they are refused.",
        "gradients_flow": "Patterns consist of plus and minus one, and there is nothing in between to differentiate by.",
    },
)


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
    if not (abs(patterns) == 1).all():
        raise ValueError("patterns must consist of -1 and +1")
    weight = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(weight, 0)
    return weight
