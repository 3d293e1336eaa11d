r"""A hidden layer whose units are all alike is a hidden layer of one unit. Find that one.

If all weights of a layer start at the same value, its units compute the same and receive the same gradient, in every step.
So a hundred of them are trained and only one is there. What such a layer contributes to the next one can be had from a
single unit:

$$\sum_{h=1}^{H} W_{2,oh}\,\varphi(w \cdot x + b) = \Bigl(\sum_{h=1}^{H} W_{2,oh}\Bigr)\,\varphi(w \cdot x + b)$$

Given the hidden layer, `weight1` (hidden, in) and `bias1` (hidden,), and the layer behind it, `weight2` (out, hidden), return
the three arrays of the equivalent network with one hidden unit: of shapes (1, in), (1,) and (out, 1). Together with the bias
of the output, which stays as it is, the small network gives the same output for every input and any activation.

The new unit has the incoming weights and the bias of unit 0. Units count as identical if each of their incoming weights, and
their bias, is at most `tol` away from that of unit 0: training moves them apart by rounding, so `==` would ask too much. The
distance is absolute, whatever the size of the weights. The outgoing weights may differ as they like.

All arrays have one dtype, and so have the results, which are new arrays; there is at least one hidden unit.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 8.4, on breaking symmetry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Merging identical hidden units",
    difficulty=1,
    points=5,
    questions=(
        "What happens if all weights start at the same value?",
        "All weights start at the same value: what is the difference between three ReLU layers and a single layer?",
    ),
    hints=(
        "Take two identical hidden units and a single output. Both say the same number, and the output adds it up twice, with "
        "each outgoing weight. Which outgoing weight must one unit have so that the output notices nothing? Try it with the "
        "outgoing weights 3 and 4 before you think of averages.",
        "Three things happen to three arrays. The incoming weights and the bias are kept as they are, since all units agree on "
        "them; the outgoing weights are combined. Mind which axis of each array counts the hidden units: in PyTorch it is "
        "the first one of the hidden layer and the second one of the layer behind it. No axis disappears, one becomes 1.",
        "Compare with unit 0 before anything else: the absolute difference of every row from the first, and of every bias from "
        "the first bias, must not be above the tolerance anywhere. If you take a slice of length one the axis stays, but a "
        "slice is a view of what you were given: return a copy.",
    ),
    skip={"gradients_flow": "A step with one unit alone makes the units differ, and that is an error here."},
)


def merge_identical_units(
    weight1: Float[Array, "H D"],
    bias1: Float[Array, " H"],
    weight2: Float[Array, "O H"],
    tol: float = 1e-6,
) -> tuple[Float[Array, "1 D"], Float[Array, " 1"], Float[Array, "O 1"]]:
    """Replace a hidden layer of identical units by one unit that does the same.

    Parameters
    ----------
    weight1 : incoming weights, a row for each hidden unit.
    bias1 : biases of the hidden units.
    weight2 : outgoing weights, a column for each hidden unit.
    tol : how far an incoming weight or a bias may be from that of unit 0, at least 0.

    Returns
    -------
    The incoming weights, the bias and the outgoing weights of the single unit.

    Raises
    ------
    ValueError
        If a unit differs from unit 0 by more than `tol`. The message names the array in which it does: weight1 or bias1;
        if both do, it does not matter which is named.

    Examples
    --------
    >>> weight1 = np.array([[0.5, -2.0, 1.5], [0.5, -2.0, 1.5]])
    >>> w1, b1, w2 = merge_identical_units(weight1, np.array([0.25, 0.25]), np.array([[3.0, 4.0], [-1.0, 0.5]]))
    >>> w1
    array([[ 0.5, -2. ,  1.5]])
    >>> b1
    array([0.25])
    >>> w2
    array([[ 7. ],
           [-0.5]])
    """
    # equivalent: weight1 - weight1[0] => weight1[0] - weight1, because a distance has no sign.
    if (np.abs(weight1 - weight1[0]) > tol).any():
        raise ValueError("weight1 differs between the hidden units")
    # equivalent: bias1 - bias1[0] => bias1[0] - bias1, because a distance has no sign.
    if (np.abs(bias1 - bias1[0]) > tol).any():
        raise ValueError("bias1 differs between the hidden units")
    return weight1[:1].copy(), bias1[:1].copy(), weight2.sum(axis=1, keepdims=True)
