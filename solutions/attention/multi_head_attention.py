r"""Multi-head attention: several small attentions side by side, each with its own queries, keys and values.

One softmax gives one mean. With $H$ heads a position can look at $H$ places at once, for different reasons. Nothing gets larger
by it: each head works with $d = E / H$ of the $E$ features. For a batch `x` of shape $(N, L, E)$:

1. **Project.** `in_proj_weight`, $(3E, E)$, holds the weights of queries, keys and values, one below the other, in this order;
   `in_proj_bias`, $(3E)$, likewise. A weight is (out, in), so that $q = x W_q^{\mathsf T} + b_q$.
2. **Split.** Head $h$ gets the features $hd, \dots, (h+1)d - 1$ of $q$, of $k$ and of $v$.
3. **Attend**, in each sample and each head on its own: $o_h = \mathrm{softmax}\big(q_h k_h^{\mathsf T} / \sqrt d\big)\, v_h$,
   with the softmax over the keys. Every position sees all $L$ positions.
4. **Join.** Put the outputs of the heads next to each other again, head 0 first, to $E$ features, and project once more:
   $y = o\, W_o^{\mathsf T} + b_o$, with `out_proj_weight`, $(E, E)$, and `out_proj_bias`, $(E)$. This is where heads are mixed.

Return $y$, of shape $(N, L, E)$. There is no residual connection and no dropout in it. All arrays share one dtype, which the
result has too. Scores may be huge. Return a new array and do not change the inputs.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.2; layout and names are those of
`torch.nn.MultiheadAttention(batch_first=True)`.
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
    title="Multi-head attention",
    difficulty=3,
    points=15,
    needs=("attention/scaled_dot_product_attention",),
    questions=(
        "Why does attention have several heads?",
        "Why is the transformer better than a recurrent network?",
    ),
    hints=(
        "Write it for one head first: three projections, the attention that you know, one more projection. For a single head the "
        "splitting and joining do nothing, so you can compare both versions. Then think about the shapes: the attention itself "
        "treats all leading axes alike, so the heads should become a leading axis, next to the batch.",
        "Splitting is two steps. First the last axis is seen as two: the head, and the feature within the head. Then the axis of "
        "the heads has to move to the left of the positions. A reshape alone, from (N, L, E) to (N, H, L, d), has the right "
        "shape and the wrong numbers: it cuts the sequence into pieces instead of the features.",
        "Joining is the same backwards: move the axis of the heads back to the right of the positions, and only then merge the "
        "last two axes into one. The scale is the square root of the features of one head, not of all of them. Subtract the "
        "largest score of each query before taking exponentials. Check first that the number of heads divides the features.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


def multi_head_attention(
    x: Float[Array, "N L E"],
    in_proj_weight: Float[Array, "3*E E"],
    in_proj_bias: Float[Array, "3*E"],
    out_proj_weight: Float[Array, "E E"],
    out_proj_bias: Float[Array, "E"],
    num_heads: int,
) -> Float[Array, "N L E"]:
    """Let every position attend to all positions of its sequence, in several heads.

    Parameters
    ----------
    x : batch of sequences.
    in_proj_weight : weights of queries, keys and values, in this order, each (out, in).
    in_proj_bias : biases of queries, keys and values, in this order.
    out_proj_weight : weight of the last projection, (out, in).
    out_proj_bias : bias of the last projection.
    num_heads : number of heads; it divides the number of features.

    Returns
    -------
    A new vector for each position.

    Raises
    ------
    ValueError
        If `num_heads` does not divide the number of features. The message names it: num_heads.

    Examples
    --------
    >>> x = np.array([[[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]]])
    >>> in_proj_weight = np.array([[1.0, 0.5], [0.0, 1.0], [2.0, 0.0], [0.0, -1.0], [1.0, 1.0], [3.0, 0.0]])
    >>> in_proj_bias = np.array([0.0, 0.5, -1.0, 0.0, 0.0, 1.0])
    >>> out_proj_weight, out_proj_bias = np.array([[1.0, -1.0], [0.5, 2.0]]), np.array([0.0, 0.25])
    >>> multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads=2)
    array([[[-0.49641933,  3.99642413],
            [-2.42766847,  7.85892241],
            [-2.25143241,  6.20158361]]])
    """
    n, length, features = x.shape
    if features % num_heads:
        raise ValueError(f"num_heads must divide the {features} features, got {num_heads}")
    projected = x @ in_proj_weight.T + in_proj_bias
    split = projected.reshape(n, length, 3, num_heads, features // num_heads)
    query, key, value = split.transpose(2, 0, 3, 1, 4)  # each (N, H, L, d)
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    joined = (weights @ value).transpose(0, 2, 1, 3).reshape(n, length, features)
    return joined @ out_proj_weight.T + out_proj_bias
