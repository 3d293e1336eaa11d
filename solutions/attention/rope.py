r"""Rotary positions: queries and keys are turned by an angle that grows with the position, so that scores see distances.

The features of a vector are taken in pairs of neighbours, $(x_0, x_1), (x_2, x_3), \dots$, and each pair is a point in
a plane. At position $t$ pair $i$ of a vector of $E$ features is turned, from its first axis towards the second, by the angle
$\theta_{t,i}$:

$$\theta_{t,i} = t \cdot b^{-2i/E}, \qquad
\begin{pmatrix} y_{2i} \\ y_{2i+1} \end{pmatrix} =
\begin{pmatrix} \cos\theta_{t,i} & -\sin\theta_{t,i} \\ \sin\theta_{t,i} & \cos\theta_{t,i} \end{pmatrix}
\begin{pmatrix} x_{2i} \\ x_{2i+1} \end{pmatrix}, \qquad i = 0, \dots, \tfrac E2 - 1$$

with $b$ the `base`. Nothing is learnt, and nothing gets longer or shorter. Turn a query at position $s$ and a key at position
$t$: their dot product depends on $s - t$ alone, since turning both by the same angle changes nothing. A position that is added,
as in `positional_encoding`, does not have this property.

Pairs are **neighbours** here, as in the paper. Some libraries pair feature $i$ with feature $i + E/2$ instead; that is the same
up to an order of the features, but weights that were trained for one do not fit the other.

`x` is $(\dots, L, E)$, a batch or heads or both in front. `positions`, $(L)$, holds the position of each row, the same for the
whole batch: any integers, in any order, since while a text is generated the rows start somewhere in the middle. The angles may be
computed in the dtype of `x`. The result has the shape and dtype of `x`. Return a new array and do not change the inputs.

Source: Su and others 2021, *RoFormer: enhanced transformer with rotary position embedding*, section 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Rotary position embedding",
    difficulty=2,
    points=10,
    needs=("attention/positional_encoding",),
    questions=(
        "What are rotary position embeddings, and why do scores depend on distances only?",
        "Why does a transformer need positions, and how does it get them?",
    ),
    hints=(
        "Take one row with two features, at position 1 with an angle of one radian, and turn it by hand: the new first number is "
        "made from both old ones, and so is the second. Then think of four features: two planes, with two angles that have "
        "nothing to do with each other. How many angles does a row with E features need?",
        "Make a table of angles first, a row for each position and a column for each pair: positions downwards, times the powers "
        "of the base to the right. Its last two axes are those of the even features alone, and of the odd features alone. Slices "
        "with a step of 2 give you both, and broadcasting takes care of the axes in front.",
        "The even results are even features times cosines less odd features times sines; the odd ones are even features times "
        "sines plus odd features times cosines. Compute both from the old numbers before you write anything, and put them side "
        "by side again, alternating: into the slices of an empty array, or stacked along a new last axis and reshaped.",
    ),
)


def rope(x: Float[Array, "*batch L E"], positions: Int[Array, "L"], base: float = 10000.0) -> Float[Array, "*batch L E"]:
    """Turn each pair of neighbouring features by an angle that is proportional to the position of its row.

    Parameters
    ----------
    x : queries or keys, with an even number of features.
    positions : the position of each row, any integers.
    base : the pairs' angles per position fall from 1 to nearly 1 / base.

    Returns
    -------
    The turned vectors.

    Raises
    ------
    ValueError
        If the number of features is odd. The message names the argument: x.

    Examples
    --------
    >>> x = np.array([[1.0, 0.0, 2.0, -1.0], [3.0, 4.0, 0.0, 0.5]])
    >>> rope(x, np.array([0, 1]))
    array([[ 1.        ,  0.        ,  2.        , -1.        ],
           [-1.74497702,  4.68562218, -0.00499992,  0.499975  ]])
    >>> rope(x, np.array([5, -2]), base=100.0)
    array([[ 0.28366219, -0.95892427,  2.23459066,  0.08126852],
           [ 2.3887492 , -4.39247963,  0.09933467,  0.49003329]])
    """
    features = x.shape[-1]
    if features % 2:
        raise ValueError(f"x needs an even number of features, got {features}")
    angle = np.outer(positions, base ** (-np.arange(0, features, 2) / features))
    cos, sin = np.cos(angle).astype(x.dtype), np.sin(angle).astype(x.dtype)
    even, odd = x[..., ::2], x[..., 1::2]
    return np.stack([even * cos - odd * sin, even * sin + odd * cos], axis=-1).reshape(x.shape)
