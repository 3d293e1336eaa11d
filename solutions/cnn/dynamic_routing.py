r"""Routing by agreement: every capsule sends its vote to the capsules above, and most of it to those that others vote for, too.

$I$ capsules of one layer predict the $J$ capsules of the next. The prediction $\hat u_{j|i}$ is a vector of $D$ numbers: what
capsule $j$ would look like if $i$ were a part of it. A nose and a mouth that predict the **same** face belong to one; if they
predict two different faces, the picture is a jumble. For each image of the batch on its own, with all $b_{ij} = 0$ at the
beginning, `n_iters` times:

$$c_{ij} = \frac{e^{b_{ij}}}{\sum_k e^{b_{ik}}}, \qquad s_j = \sum_i c_{ij}\, \hat u_{j|i}, \qquad
v_j = \frac{\lVert s_j \rVert^2}{1 + \lVert s_j \rVert^2} \cdot \frac{s_j}{\lVert s_j \rVert}, \qquad
b_{ij} \leftarrow b_{ij} + \hat u_{j|i} \cdot v_j$$

The softmax runs over the capsules **above**: each capsule $i$ has one vote and divides it. The agreement, a dot product, is
added to what was there, and it is measured with the squashed $v_j$. A vector $s_j$ of length zero is squashed to zeros.

The result is the tuple $(v, c)$ of the last round: the capsules, (N, J, D), and the coupling coefficients with which **they**
were computed, (N, I, J). What the last update of $b$ would lead to is of no interest. Logits may be as large as they like; no
weight $c_{ij}$ may overflow for that.

Return new arrays in the dtype of `u_hat`; do not change the input. There is nothing to learn in the loop, and autograd follows
it through all rounds.

Source: Sabour, Frosst and Hinton 2017, *Dynamic routing between capsules*, procedure 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Dynamic routing between capsules",
    difficulty=3,
    points=15,
    needs=("cnn/squash", "activations/softmax"),
    questions=("What are capsules, and what are they good for?",),
    hints=(
        "Four arrays take part: predictions, logits, coupling coefficients and capsules. Write their shapes beside their names "
        "before you write a line of code. For each of the four formulas ask which letters are on the left side, and which one "
        "is summed over: only the axes that are missing on the left disappear.",
        "Two of the formulas are contractions: one sums over the capsules below, the other over the numbers of a vector. einsum "
        "says each of them in a few letters, with the batch as a letter of its own that is never summed. The softmax has its sum "
        "along the last axis of the logits; subtract the largest logit of each row first, so that no exponential overflows.",
        "The order within a round matters at its end. Update the logits at the beginning of a round instead, with the capsules "
        "of the round before (of which there are none in the first: start with zeros). Then every round ends with capsules and "
        "coefficients that belong together, nothing is computed in vain, and both can be returned as they are.",
    ),
    skip={"independent": "Neither PyTorch nor SciPy has capsules or their routing."},
)


def dynamic_routing(u_hat: Float[Array, "N I J D"], n_iters: int = 3) -> tuple[Float[Array, "N J D"], Float[Array, "N I J"]]:
    """Let capsules agree on the capsules above them.

    Parameters
    ----------
    u_hat : the predictions: for each image, what each of I capsules predicts for each of J capsules above it.
    n_iters : number of rounds, at least 1.

    Returns
    -------
    The tuple (v, c): the capsules above, and the coupling coefficients that made them.

    Raises
    ------
    ValueError
        If `n_iters` is below 1. The message contains n_iters.

    Examples
    --------
    >>> u_hat = np.array([[[[2.0, 1.0], [0.0, -1.0]], [[2.0, 0.5], [1.0, 1.5]], [[-1.0, 0.0], [0.5, 2.0]]]])
    >>> v, c = dynamic_routing(u_hat, n_iters=4)
    >>> v
    array([[[0.86674377, 0.34257029],
            [0.26527315, 0.82390088]]])
    >>> np.round(c, 3)
    array([[[1.   , 0.   ],
            [0.722, 0.278],
            [0.001, 0.999]]])
    """
    if n_iters < 1:
        raise ValueError(f"n_iters must be at least 1, got {n_iters}")
    n, i, j, d = u_hat.shape
    # equivalent: np.zeros((n, i, j), u_hat.dtype) => np.ones((n, i, j), u_hat.dtype), because softmax ignores a shift
    b, v = np.zeros((n, i, j), u_hat.dtype), np.zeros((n, j, d), u_hat.dtype)
    for _ in range(n_iters):
        b = b + np.einsum("nijd,njd->nij", u_hat, v)
        votes = np.exp(b - b.max(axis=2, keepdims=True))
        c = votes / votes.sum(axis=2, keepdims=True)
        s = np.einsum("nij,nijd->njd", c, u_hat)
        length = np.linalg.norm(s, axis=2, keepdims=True)
        v = s * (length / (1 + length**2))
    return v, c
