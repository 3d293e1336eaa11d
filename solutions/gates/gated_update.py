r"""What a gate does: multiply by a number between 0 and 1 that the network itself has computed.

A memory $c$ shall keep what is worth keeping and take up what is new, $g$. Two gates decide, for each element on its own, how
much of either: the forget gate $f$ tells the share that is **kept**, the input gate $i$ the share that is **written**.

$$c' = f \odot c + i \odot g$$

The gates are two decisions and not one. They need not add up to 1: with both open the new is added to the old, with both closed
the memory is wiped. With $f = 1$ and $i = 0$ the memory stays what it was to the last digit, and so does a gradient on its way
back. This sum, in place of a product with a matrix at each step, is the whole secret of the LSTM.

`f` and `i` have passed their sigmoid already, and whatever `g` had to pass, it has passed. So nothing is squashed here, neither
before nor after. A number outside 0 to 1 is no gate: it is a sign of a sum that was passed on without its sigmoid, and an error.
Exactly 0 and 1 are allowed. Memory and candidate are any finite numbers.

All four arrays have one dtype and one shape, which may be any, and so has the result. Return a new array and do not change the
inputs.

Source: Gers, Schmidhuber and Cummins 2000, *Learning to forget: continual prediction with LSTM*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gated update of a memory",
    difficulty=1,
    points=5,
    questions=(
        "Why do networks have gates?",
        "Must the forget gate and the input gate add up to one?",
    ),
    hints=(
        "Take one element and its four numbers, and ask of each what it is: an old value, a share of it, a share of the "
        "new value, a new value. The order in which the arguments come is not the order in which they belong together. Which "
        "pairs do, and what is done with the two products?",
        "There is no exponential in this exercise and no tanh: the gates come ready for use. Nor is there anything that ties one "
        "gate to the other; that would be another cell, the GRU. Everything works element by element, so the shape does not "
        "matter, and a new array comes about by itself as long as you do not use an operator that works in place.",
        "Before you compute, look whether all elements of a gate lie from 0 to 1, both ends included, for each gate on "
        "its own, so that the message can name the culprit. Do not push them into this range silently: a gate outside of it "
        "means that somebody forgot a sigmoid, and this person wants to know.",
    ),
    forbid=("torch.addcmul",),
    skip={"large_values": "Gates are shares between 0 and 1: times ten thousand they are none."},
)


def gated_update(
    c: Float[Array, "*shape"], f: Float[Array, "*shape"], i: Float[Array, "*shape"], g: Float[Array, "*shape"]
) -> Float[Array, "*shape"]:
    """Keep a share of the memory and write a share of the candidate.

    Parameters
    ----------
    c : the old memory.
    f : forget gate, the share of the memory that is kept, from 0 to 1.
    i : input gate, the share of the candidate that is written, from 0 to 1.
    g : candidate, what is to be written.

    Returns
    -------
    The new memory, in the shape and dtype of `c`.

    Raises
    ------
    ValueError
        If an element of a gate lies outside 0 to 1. The message names the gate: f, i.

    Examples
    --------
    >>> c, g = np.array([8.0, -2.0, 4.0, 3.0]), np.array([-1.0, 4.0, 0.5, 5.0])
    >>> gated_update(c, f=np.array([0.75, 0.5, 1.0, 0.0]), i=np.array([0.5, 0.25, 0.0, 1.0]), g=g)
    array([5.5, 0. , 4. , 5. ])
    """
    for name, gate in {"f": f, "i": i}.items():
        if np.any((gate < 0) | (gate > 1)):
            raise ValueError(f"{name} is a gate and must lie from 0 to 1: is there a sigmoid missing?")
    return f * c + i * g
