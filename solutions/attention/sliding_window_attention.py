r"""Sliding-window attention: every position looks at itself and at a few positions before it, so that the cost is linear.

In causal attention the last of $L$ positions looks at $L$ keys, and all together at $L (L+1)/2$. Here a position sees `window`
keys, $w$, at most: **its own and the $w - 1$ before it**,

$$o_i = \sum_{j = \max(0,\, i - w + 1)}^{i} a_{ij}\, v_j, \qquad
a_{ij} = \frac{\exp(q_i \cdot k_j / \sqrt E)}{\displaystyle\sum_{j' = \max(0,\, i - w + 1)}^{i} \exp(q_i \cdot k_{j'} / \sqrt
E)}$$

The first positions have fewer keys, and these share the whole weight: nothing is made up for what lies before the text. With
$w = 1$ every position gets its own value, and with $w \ge L$ this is causal attention. What lies outside of the window is not out
of reach: behind a second layer a position has heard of $2(w - 1)$ earlier ones, behind $n$ layers of $n (w - 1)$.

`query` and `key` are $(\dots, L, E)$ and `value` is $(\dots, L, E_v)$, with the same leading axes, as many as there are. Return
the output, $(\dots, L, E_v)$.

**Memory** may grow as the arrays do, and no faster, for a given window: a table of $L$ times $w$ is fine, one of $L$ times $L$
with most of it masked is not, since that is the cost which the window should save.

Scores may be huge, of either sign, and the output is finite. All arrays share a dtype, which the result has too. Return a new
array and do not change the inputs. $L$ is at least 1.

Source: Beltagy, Peters and Cohan 2020, *Longformer: the long-document transformer*, section 3.1; the causal form and the count of
the window are those of Jiang and others 2023, *Mistral 7B*, section 2.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Sliding-window attention",
    difficulty=3,
    points=15,
    needs=("attention/causal_attention",),
    questions=(
        "What is sliding-window attention, and how does anything far away get through?",
        "What do time and memory of attention depend on?",
    ),
    hints=(
        "First say it with the whole table and a mask, a band of ones along the diagonal, as something to compare with. Check "
        "two positions by hand: the first one has itself alone, and one in the middle has exactly as many keys as the window is "
        "wide, its own among them. Then look at how much of the table you throw away.",
        "A table with a row for each query and a column for each place in the window is enough. One way to fill it: the column "
        "for the distance d holds the dot products of each query with the key d positions before it, that is, of two slices of "
        "the same arrays that are shifted against each other. Another one: take a few queries at a time with their keys.",
        "What remains is the beginning of the text, where some places in the window have no key. Their scores have to be minus "
        "infinity; a row of zeros that was put in front of the keys has scores of 0, which count. The own position is always "
        "there, so every row has a largest score. Libraries have views that show all windows of an axis without copying.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
    memory="O(N)",
)


def sliding_window_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch L E"],
    value: Float[Array, "*batch L Ev"],
    window: int,
) -> Float[Array, "*batch L Ev"]:
    """Average the values of each position and of the few before it, weighted by attention.

    Parameters
    ----------
    query : what is looked for, one row for each position.
    key : what there is to be found, one row for each position.
    value : what is handed over, one row for each position.
    window : number of keys that a position sees, itself included, at least 1; it may exceed the number of positions.

    Returns
    -------
    The output, a row for each position.

    Raises
    ------
    ValueError
        If `window` is below 1. The message names it: window.

    Examples
    --------
    >>> query, key = np.array([[1.0], [2.0], [-1.0], [0.5]]), np.array([[0.5], [-1.0], [1.0], [2.0]])
    >>> value = np.array([[8.0], [-2.0], [4.0], [1.0]])
    >>> sliding_window_attention(query, key, value, window=2)
    array([[ 8.        ],
           [ 7.52574127],
           [-1.28478247],
           [ 2.13262201]])
    >>> sliding_window_attention(query, key, value, window=1)
    array([[ 8.],
           [-2.],
           [ 4.],
           [ 1.]])
    """
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    length, features = query.shape[-2:]
    before = [(0, 0)] * (query.ndim - 2) + [(window - 1, 0), (0, 0)]
    keys, values = (np.lib.stride_tricks.sliding_window_view(np.pad(a, before), window, axis=-2) for a in (key, value))
    scores = np.einsum("...le,...lew->...lw", query, keys) / math.sqrt(features)
    there = np.arange(length)[:, None] + np.arange(window) >= window - 1  # else it is padding, in front of the text
    scores = np.where(there, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.einsum("...lw,...lvw->...lv", weights / weights.sum(axis=-1, keepdims=True), values)
