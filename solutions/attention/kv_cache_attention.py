r"""Attention with a cache: keys and values of the past are kept, so that a new token costs one row and not a whole table.

A language model writes one token after the other. The keys and values of earlier tokens never change, because nothing that
comes later has an influence on them. So they are kept. Given the caches of $P$ earlier positions, and query, key and value of $L$
new ones, append and attend:

$$K = \begin{pmatrix} K_{\text{cache}} \\ K_{\text{new}} \end{pmatrix}, \qquad
V = \begin{pmatrix} V_{\text{cache}} \\ V_{\text{new}} \end{pmatrix}, \qquad
o_i = \sum_{j \le P + i} a_{ij}\, v_j, \qquad
a_{ij} = \frac{\exp(q_i \cdot k_j / \sqrt E)}{\sum_{j' \le P + i} \exp(q_i \cdot k_{j'} / \sqrt E)}$$

New query $i$, counted from 0, stands at position $P + i$. It sees the whole cache, the new positions before it, and itself.
Mostly $L = 1$, where nothing has to be hidden; a prompt is read with $L > 1$ at once, and begins with **empty caches**, $P = 0$.

`query` and `key` are $(\dots, L, E)$, `value` $(\dots, L, E_v)$, `key_cache` $(\dots, P, E)$ and `value_cache` $(\dots, P, E_v)$,
with the same leading axes, as many as there are. Return a tuple: the output, $(\dots, L, E_v)$, and the new caches, with
$P + L$ positions each, to be given to the next call.

The function is pure: it keeps nothing between calls, the caches come in and go out, and the old ones stay as they were, since
someone may want to go on from there in two ways. (Real programs write into a large array that was made before; the price is a
copy.) Scores may be huge, and the output is finite. All arrays share a dtype, which the results have too. Return new arrays.

Source: Shazeer 2019, *Fast transformer decoding: one write-head is all you need*, section 2.4, incremental multi-head attention.
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
    title="Attention with a key-value cache",
    difficulty=2,
    points=10,
    needs=("attention/causal_attention",),
    questions=(
        "What is a key-value cache, and what does it cost?",
        "Why can a transformer be trained on all positions at once, although it generates one token after the other?",
    ),
    hints=(
        "Think of a single new token first. Its key and its value go to the end of the caches, and then its query attends to all "
        "that is there, its own position included. Nothing needs to be masked, as nothing comes later. That the query itself is "
        "not kept is no oversight: nobody will ever ask for it again.",
        "Several new tokens must not see each other's future. The table of scores has a row for each new query and a column for "
        "each key, old or new; the columns of the cache are open to all, and the rest is a triangle. So the first row sees one "
        "key more than the cache holds, and the last row sees all.",
        "With an empty cache this has to be ordinary causal attention, and with a split anywhere the outputs have to be those of "
        "the whole text: read it in one go, then in two parts, and compare. Append along the axis of the positions, the last but "
        "one, and return what you have appended to, in new arrays.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


def kv_cache_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch L E"],
    value: Float[Array, "*batch L Ev"],
    key_cache: Float[Array, "*batch P E"],
    value_cache: Float[Array, "*batch P Ev"],
) -> tuple[Float[Array, "*batch L Ev"], Float[Array, "*batch P+L E"], Float[Array, "*batch P+L Ev"]]:
    """Append new keys and values to the caches, and let the new queries attend to what lies before them.

    Parameters
    ----------
    query : queries of the new positions, at least one.
    key : keys of the new positions.
    value : values of the new positions.
    key_cache : keys of all earlier positions, perhaps none.
    value_cache : values of all earlier positions, as many.

    Returns
    -------
    The output of the new positions, the new cache of keys and the new cache of values.

    Examples
    --------
    >>> key_cache, value_cache = np.array([[1.0, 0.0], [0.5, 2.0]]), np.array([[8.0], [2.0]])
    >>> query, key, value = np.array([[1.0, -1.0]]), np.array([[-1.0, 1.0]]), np.array([[4.0]])
    >>> output, key_cache, value_cache = kv_cache_attention(query, key, value, key_cache, value_cache)
    >>> output
    array([[6.83481267]])
    >>> value_cache
    array([[8.],
           [2.],
           [4.]])
    """
    past = key_cache.shape[-2]
    keys, values = np.concatenate([key_cache, key], axis=-2), np.concatenate([value_cache, value], axis=-2)
    scores = query @ keys.mT / math.sqrt(query.shape[-1])
    scores = np.where(np.tri(*scores.shape[-2:], past), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights @ values / weights.sum(axis=-1, keepdims=True), keys, values
