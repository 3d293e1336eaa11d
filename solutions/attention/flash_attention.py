r"""Flash attention: the exact result, without ever writing down the table of scores.

The table has $L \cdot S$ entries; for a text of 100,000 tokens that is ten thousand million of them, for each head. But the
output of a query is a quotient of two sums over the keys, and sums can be taken block by block. What stands in the way is the
maximum that keeps softmax from overflowing: it is known only when all blocks have been seen. So keep, for each query, a running
maximum $m$, the running sum $\ell$ of the exponentials, and the running sum $o$ of the values times exponentials, **all three
relative to the largest score so far**. When a block brings a larger one, what has been summed up is too large by a known factor:

$$m' = \max\!\big(m, \max_{j \in B} s_j\big), \qquad
\ell' = e^{m - m'}\, \ell + \sum_{j \in B} e^{s_j - m'}, \qquad
o' = e^{m - m'}\, o + \sum_{j \in B} e^{s_j - m'}\, v_j$$

with $s_j = q \cdot k_j / \sqrt E$ and $B$ the next `block_size` keys; the last block may be shorter. Begin with $m = -\infty$
and empty sums. In the end the output is $o / \ell$, and $m + \log \ell$ is the logarithm of the sum of all exponentials,

$$\mathrm{lse} = \log \sum_{j} e^{s_j}$$

which is all that the backward pass needs in order to compute any weight again. Return a tuple: the output,
$(\dots, L, E_v)$, and the logarithms, $(\dots, L)$. They do not depend on `block_size`, except for rounding.

`query` is $(\dots, L, E)$, `key` $(\dots, S, E)$ and `value` $(\dots, S, E_v)$, with the same leading axes, as many as there
are; nothing is masked, and there is at least one key. Scores may be a million and more, of either sign, and the results are
finite.

**Memory** may grow as the arrays do, and no faster: a table of $L$ times `block_size` is fine, one of $L$ times $S$ is not, nor
are all of its pieces together. All arrays share a dtype, which the results have too. Return new arrays and do not change the
inputs.

Source: Dao and others 2022, *FlashAttention: fast and memory-efficient exact attention with IO-awareness*, section 3.1; Milakov
and Gimelshein 2018, *Online normalizer calculation for softmax*.
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
    title="Flash attention",
    difficulty=3,
    points=15,
    needs=("attention/scaled_dot_product_attention", "activations/softmax"),
    questions=(
        "How does flash attention save memory, and is it an approximation?",
        "What do time and memory of attention depend on?",
    ),
    hints=(
        "Forget the maximum at first, and take numbers that are small. Then the numerator and the denominator of each query are "
        "plain sums over the keys, and a loop that takes some keys at a time, with two running sums, is all there is. Divide "
        "when the loop is over, not inside. Compare with the ordinary formula before you go on.",
        "Now the maximum. Suppose both sums are relative to an old maximum, so that each term is too large or too small by one "
        "and the same factor if you compare it with a new one. What is that factor? Both sums have to be multiplied by it, "
        "before the terms of the new block are added. If the maximum stays as it is, the factor is 1.",
        "Before the first block the maximum is minus infinity and the sums are zero: the factor is then zero, which does no "
        "harm. Keep the three running quantities with one row for each query, all of the type of the inputs. Slicing past the "
        "end gives a shorter last block by itself. The logarithm of the denominator, plus the maximum, is the second result.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
    memory="O(N)",
)


def flash_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch S E"],
    value: Float[Array, "*batch S Ev"],
    block_size: int,
) -> tuple[Float[Array, "*batch L Ev"], Float[Array, "*batch L"]]:
    """Compute attention block by block of keys, in memory that grows with the inputs only.

    Parameters
    ----------
    query : what is looked for, one row for each position of the output.
    key : what there is to be found, one row for each position of the input.
    value : what is handed over, one row for each key.
    block_size : number of keys that are worked on at a time, at least 1; it may exceed the number of keys.

    Returns
    -------
    The output, and the logarithm of the sum of the exponentials of each query's scores.

    Raises
    ------
    ValueError
        If `block_size` is below 1. The message names it: block_size.

    Examples
    --------
    >>> query, key = np.array([[2.0, -1.0], [1.0, 3.0]]), np.array([[0.5, 1.0], [2.0, 0.0], [-1.0, 2.0]])
    >>> value = np.array([[8.0], [-2.0], [5.0]])
    >>> output, lse = flash_attention(query, key, value, block_size=2)
    >>> output
    array([[-1.42074879],
           [ 5.13612215]])
    >>> lse
    array([2.88914514, 3.91814   ])
    """
    if block_size < 1:
        raise ValueError(f"block_size must be at least 1, got {block_size}")
    scale = 1 / math.sqrt(query.shape[-1])
    top = np.full_like(query[..., :1], -np.inf)
    # equivalent: 0 => 1, because the first factor is the exponential of minus infinity
    # equivalent: 0 => -1, because the first factor is the exponential of minus infinity
    total = output = 0
    for start in range(0, key.shape[-2], block_size):
        block = slice(start, start + block_size)
        scores = query @ key[..., block, :].mT * scale
        higher = np.maximum(top, scores.max(axis=-1, keepdims=True))
        e, factor = np.exp(scores - higher), np.exp(top - higher)
        total = total * factor + e.sum(axis=-1, keepdims=True)
        output = output * factor + e @ value[..., block, :]
        top = higher
    return output / total, (top + np.log(total)).squeeze(-1)
