r"""Grouped-query attention: many heads ask, a few heads answer.

While a language model writes, the keys and values of all earlier positions are kept, for each head; this cache, and not
arithmetic, is what limits long texts. But not every query head needs keys and values of its own. Here $H$ query heads
share $G$ key and value heads, and **neighbours share**: with $r = H / G$ query heads to each,

$$o_h = \mathrm{softmax}\!\left(\frac{q_h\, k_{\lfloor h / r \rfloor}^{\mathsf T}}{\sqrt E}\right) v_{\lfloor h / r \rfloor},
\qquad h = 0, \dots, H - 1$$

The first $r$ query heads use key and value head 0, the next $r$ use head 1, and so on. $G = H$ is ordinary multi-head
attention, $G = 1$ is multi-query attention, and the cache shrinks by the factor $r$. With 32 query heads and 8 key heads it is a
quarter.

`query` is $(N, H, L, E)$, `key` $(N, G, S, E)$, `value` $(N, G, S, E_v)$, with features $E$ per head. The softmax runs over
the $S$ keys; nothing is masked. Return the output, $(N, H, L, E_v)$, with the heads in the order of the query heads.

Scores may be huge, and the result is finite. All arrays share a dtype, which the result has too. Return a new array and do not
change the inputs.

Source: Ainslie and others 2023, *GQA: training generalized multi-query transformer models from multi-head checkpoints*,
section 2.2; the order of the heads is that of PyTorch's `enable_gqa=True`.
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
    title="Grouped-query attention",
    difficulty=2,
    points=10,
    needs=("attention/scaled_dot_product_attention", "attention/multi_head_attention"),
    questions=(
        "What is grouped-query attention, and what does it save?",
        "Why does attention have several heads?",
    ),
    hints=(
        "Write down for six query heads and three key heads which query head uses which key head. Each key head should occur in "
        "a run: 0, 0, 1, 1, 2, 2. That is not what you get by writing the key heads down twice in a row, 0, 1, 2, 0, 1, 2. In "
        "NumPy and in PyTorch one function repeats each element, and another one repeats the whole.",
        "The simplest way makes as many key and value heads as there are query heads, by repeating each of them, along the axis "
        "of the heads and no other. Then it is the attention that you know. How often each is repeated is a quotient, which has "
        "to come out even: check that before anything else.",
        "You can do without the copies. See the axis of the query heads as two axes, the group and the place within the group, "
        "in this order, and give keys and values an axis of length 1 where the place is. Broadcasting shares each key head among "
        "the places of its group. In the end the two axes are merged again.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


def grouped_query_attention(
    query: Float[Array, "N H L E"],
    key: Float[Array, "N G S E"],
    value: Float[Array, "N G S Ev"],
) -> Float[Array, "N H L Ev"]:
    """Let groups of neighbouring query heads attend to one head of keys and values each.

    Parameters
    ----------
    query : what is looked for, in H heads.
    key : what there is to be found, in G heads, where G divides H.
    value : what is handed over, in as many heads as `key`.

    Returns
    -------
    The output of each query head.

    Raises
    ------
    ValueError
        If the number of query heads is no multiple of the number of key heads. The message names the argument: key.

    Examples
    --------
    >>> query = np.array([[[[1.0]], [[-2.0]], [[0.5]], [[3.0]]]])
    >>> key = np.array([[[[0.0], [2.0]], [[1.0], [-1.0]]]])
    >>> value = np.array([[[[8.0], [4.0]], [[-1.0], [3.0]]]])
    >>> grouped_query_attention(query, key, value)[0, :, 0, 0]
    array([ 4.47681169,  7.92805516,  0.07576569, -0.99010951])
    """
    n, heads, length, features = query.shape
    groups = key.shape[1]
    if heads % groups:
        raise ValueError(f"key has {groups} heads, and {heads} query heads cannot share them evenly")
    shared = query.reshape(n, groups, heads * length // groups, features)  # to its keys a group is one long row of queries
    scores = shared @ key.mT / math.sqrt(features)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    output = weights @ value / weights.sum(axis=-1, keepdims=True)
    return output.reshape(n, heads, length, value.shape[-1])
