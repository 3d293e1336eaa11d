r"""Causal self-attention: every position looks at itself and at what came before it.

This is the attention of language models. Query $i$ may attend to the keys up to its own position, and the softmax runs over
these alone:

$$o_i = \sum_{j \le p + i} a_{ij}\, v_j, \qquad
a_{ij} = \frac{\exp\!\big(q_i \cdot k_j / \sqrt E\big)}{\sum_{j' \le p + i} \exp\!\big(q_i \cdot k_{j'} / \sqrt E\big)},
\qquad p = S - L$$

While training, there are as many queries as keys and $p = 0$: the first position has nothing but its own value. While
a text is being written, only the last $L$ of the $S$ positions ask. So **the last query stands at the last key**, and query $i$,
counted from 0, at key $p + i$. (PyTorch's `is_causal=True` puts the *first* query at the first key instead, which is the same for
$L = S$ and hardly ever what one wants elsewhere.)

`query` is $(\dots, L, E)$, `key` $(\dots, S, E)$ and `value` $(\dots, S, E_v)$, with the same leading axes, as many as there
are: each sample and head is on its own. Return the output, $(\dots, L, E_v)$.

A later key has no influence at all, be its score a million times as large as all others. Scores may be huge, and the result is
finite. All arrays share a dtype, which the result has too. Return a new array and do not change the inputs. $L$ is at least 1.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.3.
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
    title="Causal attention",
    difficulty=2,
    points=10,
    needs=("attention/scaled_dot_product_attention", "attention/causal_mask"),
    questions=(
        "What is the causal mask, and which models need it?",
        "Why can a transformer be trained on all positions at once, although it generates one token after the other?",
    ),
    hints=(
        "You have both parts already: attention with a mask, and the mask. Put them together for as many queries as keys first. "
        "Then check the first position by hand: it has one key to look at, so its weight is 1, and its output is its own value, "
        "exactly. Does the last position see all of them?",
        "With fewer queries than keys the triangle has to end in the lower right corner of the table, not to begin in the upper "
        "left one: the last query sees every key. How many keys lie before the first query? That number moves the diagonal. With "
        "more queries than keys, some would stand before the beginning of the text, which is an error.",
        "Take the later keys out before the softmax, by a score of minus infinity, and not after it: then the rest shares the "
        "whole weight. Look for the largest score of a row only when that is done, as a huge score in the future would press "
        "the exponentials of all others down to zero. No row is ever empty here, so nothing else can go wrong.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


def causal_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch S E"],
    value: Float[Array, "*batch S Ev"],
) -> Float[Array, "*batch L Ev"]:
    """Average the values up to each query's own position, weighted by attention.

    Parameters
    ----------
    query : what is looked for at the last L positions.
    key : what there is to be found at all S positions, S at least L.
    value : what is handed over at all S positions.

    Returns
    -------
    The output, a row for each query.

    Raises
    ------
    ValueError
        If there are more queries than keys. The message names the argument: query.

    Examples
    --------
    >>> query = np.array([[0.5, 1.0], [2.0, -1.0], [1.0, 1.0]])
    >>> key = np.array([[1.0, 0.0], [0.5, 2.0], [-1.0, 1.0]])
    >>> value = np.array([[8.0, 1.0], [2.0, -3.0], [4.0, 0.5]])
    >>> causal_attention(query, key, value)
    array([[ 8.        ,  1.        ],
           [ 7.35774919,  0.57183279],
           [ 3.5945186 , -1.69315487]])
    >>> causal_attention(query[1:], key, value)
    array([[ 7.35774919,  0.57183279],
           [ 3.5945186 , -1.69315487]])
    """
    length, keys = query.shape[-2], key.shape[-2]
    if length > keys:
        raise ValueError(f"query has {length} positions, and there are only {keys} keys")
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    scores = np.where(np.tri(length, keys, keys - length), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights @ value / weights.sum(axis=-1, keepdims=True)
