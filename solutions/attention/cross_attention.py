r"""Cross-attention: one sequence asks, another one answers.

In a translator the words of the target look at those of the source; in a picture generator the pixels look at the prompt. The
queries come from `x`, of shape $(N, L, E)$, keys and values from `context`, $(N, S, C)$, and nothing else distinguishes it from
multi-head self-attention. The two may differ in length and in features. With weights (out, in) and no biases,

$$q = x\, W_q^{\mathsf T}, \qquad k = c\, W_k^{\mathsf T}, \qquad v = c\, W_v^{\mathsf T}$$

where $W_q$ is $(E, E)$, and $W_k$ and $W_v$ are $(E, C)$. With $H$ heads and $d = E/H$, head $h$ gets the features
$hd, \dots, (h+1)d - 1$ of $q$, $k$ and $v$, and attends on its own:

$$o_h = \mathrm{softmax}\!\left(\frac{q_h k_h^{\mathsf T}}{\sqrt d}\right) v_h, \qquad
y = \begin{pmatrix} o_0 & o_1 & \cdots & o_{H-1} \end{pmatrix} W_o^{\mathsf T}$$

with the softmax over the $S$ positions of the context, and $W_o$, `out_weight`, of shape $(E, E)$. Return $y$, which has the
shape of `x`: the output is as long as the sequence that asks.

Sources of a batch differ in length and are filled up with padding. `context_mask`, Boolean, $(N, S)$, says which positions are
real: **True means: may be attended to**, by all queries and heads of that sample. (`key_padding_mask` of PyTorch means the
opposite.) Padding has a weight of exactly 0, whatever stands there, as long as it is finite. A sample whose context is padding
throughout gets zeros and not NaN. None means that all is real.

All float arrays share one dtype, which the result has too. Scores may be huge. Return a new array and do not change the inputs.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.3, where it is called encoder-decoder attention.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Cross-attention",
    difficulty=2,
    points=10,
    needs=("attention/multi_head_attention",),
    questions=(
        "How does cross-attention differ from self-attention?",
        "What does a padding mask do, and what does a row without any key give?",
    ),
    hints=(
        "Take your multi-head attention and ask at each line whose length and whose features it works with. Only three products "
        "see the inputs at all: one of them takes x, two take the context. The table of scores is no longer square: which of "
        "its axes belongs to the sequence that asks, and which to the one that answers?",
        "Queries, keys and values can no longer be made by one product, but all three are split in the same way: reshape the "
        "last axis to heads and features of a head, then move the heads before the positions. Write one small function for that, "
        "which takes the length from its argument, since it is not the same for all three.",
        "The mask has one entry for each position of a context. It must meet a table with axes for sample, head, query and key, "
        "so it needs two axes of length 1 in the middle. Remove scores before the softmax, take the largest score after that, "
        "and see that a row without any score left divides by something else than zero.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


def cross_attention(
    x: Float[Array, "N L E"],
    context: Float[Array, "N S C"],
    q_weight: Float[Array, "E E"],
    k_weight: Float[Array, "E C"],
    v_weight: Float[Array, "E C"],
    out_weight: Float[Array, "E E"],
    num_heads: int,
    context_mask: Bool[Array, "N S"] | None = None,
) -> Float[Array, "N L E"]:
    """Let every position of one sequence attend to the positions of another one, in several heads.

    Parameters
    ----------
    x : batch of sequences that ask.
    context : batch of sequences that answer, at least one position long.
    q_weight : weight of the queries, (out, in).
    k_weight : weight of the keys, (out, in).
    v_weight : weight of the values, (out, in).
    out_weight : weight of the last projection, (out, in).
    num_heads : number of heads; it divides the number of features of `x`.
    context_mask : which positions of the context are real, True for yes. None: all of them.

    Returns
    -------
    A new vector for each position of `x`.

    Raises
    ------
    ValueError
        If `num_heads` does not divide the number of features of `x`. The message names it: num_heads.

    Examples
    --------
    >>> x, context = np.array([[[1.0, -2.0]]]), np.array([[[3.0, 0.0, 1.0], [0.5, 2.0, -1.0], [-1.0, 1.0, 4.0]]])
    >>> q_weight, out_weight = np.array([[1.0, 0.5], [0.0, -1.0]]), np.array([[2.0, 1.0], [0.0, -1.0]])
    >>> k_weight, v_weight = np.array([[1.0, 0.0, 1.0], [0.5, -1.0, 0.0]]), np.array([[0.0, 1.0, 0.0], [1.0, 0.0, -1.0]])
    >>> cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads=2)
    array([[[ 3.98196882, -1.98196882]]])
    >>> mask = np.array([[True, True, False]])
    >>> cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, 2, mask)
    array([[[ 3.99924941, -1.99924941]]])
    """
    features = x.shape[-1]
    if features % num_heads:
        raise ValueError(f"num_heads must divide the {features} features, got {num_heads}")
    projected = x @ q_weight.T, context @ k_weight.T, context @ v_weight.T
    query, key, value = (a.reshape(*a.shape[:-1], num_heads, features // num_heads).transpose(0, 2, 1, 3) for a in projected)
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    if context_mask is not None:
        scores = np.where(context_mask[:, None, None], scores, -np.inf)
    lowest = np.finfo(scores.dtype).min  # not minus infinity, since that less itself would be NaN
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True, initial=lowest))
    weights = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1)  # at least 1 already, but for an empty context
    return (weights @ value).transpose(0, 2, 1, 3).reshape(x.shape) @ out_weight.T
