r"""One block of GPT-2: causal self-attention and an MLP, each behind a layer norm and around a residual connection.

$$h = x + \mathrm{Attention}\big(\mathrm{LN}_1(x)\big), \qquad y = h + \mathrm{MLP}\big(\mathrm{LN}_2(h)\big)$$

The norm stands **before** each part (pre-norm) and not on the way past it, so $x$ itself runs straight through all blocks. All
weights are stored as PyTorch stores those of linear layers, (out, in), and applied as $W z + b$. `x` is $(N, T, D)$.

**LN** takes mean and population variance over the $D$ features of each token, with `eps` inside the root; then it multiplies by
its weight and adds its bias.

**Attention.** `qkv_weight`, $(3D, D)$, makes queries, keys and values in one go: the first $D$ numbers are the query, the next
$D$ the key, the last $D$ the value. With $K = D / n_{\text{heads}}$, head $i$ owns the numbers $iK$ to $(i+1)K - 1$ of each of
them. In each head token $t$ looks at the tokens $s \le t$, itself included, and gets

$$\sum_{s \le t} a_{ts} v_s, \qquad
a_{ts} = \frac{\exp(q_t \cdot k_s / \sqrt{K})}{\sum_{r \le t} \exp(q_t \cdot k_r / \sqrt{K})}$$

The results of the heads are joined in their order, $D$ numbers again, and go through `proj_weight` and `proj_bias`.

**MLP.** `fc_weight`, $(H, D)$, and `fc_bias`; GELU in the form that GPT-2 was trained with,
$\tfrac12 z\,\big(1 + \tanh(\sqrt{2/\pi}\,(z + 0.044715\,z^3))\big)$; then `out_weight`, $(D, H)$, and `out_bias`.

There is no dropout. Scores may be as large as $10^{16}$; nothing may overflow. All arrays share one dtype, and the result has
it too. Return a new array; do not change the inputs.

Source: Radford and others 2019, *Language models are unsupervised multitask learners*, section 2.3 (GPT-2's code keeps its
weights transposed); attention: Vaswani and others 2017, section 3.2; pre-norm: Xiong and others 2020, section 3.
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
    title="A GPT-2 block",
    difficulty=3,
    points=15,
    needs=("normalization/layer_norm", "activations/gelu", "activations/softmax"),
    questions=(
        "Walk me through one transformer block.",
        "Pre-norm or post-norm: what is the difference, and why did pre-norm win?",
        "How many parameters does a transformer block have?",
        "Why are attention scores divided by the square root of the head's width?",
    ),
    hints=(
        "Write three small functions first: layer norm, attention, and the feed-forward part. The block itself is then two "
        "lines, and each adds something to what it was given. Get the two lines right before you open attention: what is added "
        "to what, and which of the two normalized inputs does the second part see?",
        "Inside attention write down the shape after each step. One product gives 3D numbers for each token; cut them in "
        "three, and each third in heads. Heads should stand beside the batch, so that the last two axes are tokens and the "
        "width of a head. Then queries times transposed keys is a table of T by T for each head and sentence. At the end undo "
        "the exchange of axes before you join the heads.",
        "The mask must act before the softmax: set the scores of later tokens to minus infinity, above the diagonal and not on "
        "it. Subtract the largest score of each row before you take exponentials; a row always has one finite score, since a "
        "token sees itself. Normalize along the axis of the keys. Test with queries of zero: each token then gets the plain "
        "average of all values up to its own.",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
        "torch.nn.TransformerEncoderLayer",
        "torch.nn.TransformerDecoderLayer",
    ),
)


def transformer_block(
    x: Float[Array, "N T D"],
    ln1_weight: Float[Array, "D"],
    ln1_bias: Float[Array, "D"],
    qkv_weight: Float[Array, "3*D D"],
    qkv_bias: Float[Array, "3*D"],
    proj_weight: Float[Array, "D D"],
    proj_bias: Float[Array, "D"],
    ln2_weight: Float[Array, "D"],
    ln2_bias: Float[Array, "D"],
    fc_weight: Float[Array, "H D"],
    fc_bias: Float[Array, "H"],
    out_weight: Float[Array, "D H"],
    out_bias: Float[Array, "D"],
    n_heads: int,
    eps: float = 1e-5,
) -> Float[Array, "N T D"]:
    """Run sentences of tokens through one block of GPT-2.

    Parameters
    ----------
    x : N sentences of T tokens with D features each.
    ln1_weight : scale of the norm before attention.
    ln1_bias : shift of the norm before attention.
    qkv_weight : makes queries, keys and values, in this order.
    qkv_bias : belongs to it.
    proj_weight : applied to the joined heads.
    proj_bias : belongs to it.
    ln2_weight : scale of the norm before the MLP.
    ln2_bias : shift of the norm before the MLP.
    fc_weight : widens each token to H numbers.
    fc_bias : belongs to it.
    out_weight : narrows it to D numbers again.
    out_bias : belongs to it.
    n_heads : number of heads, at least 1.
    eps : is added to the variances.

    Returns
    -------
    The tokens after the block, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If D is no multiple of `n_heads`. The message names the argument: n_heads.

    Examples
    --------
    >>> x = np.array([[[3.0, 1.0], [-2.0, 0.5]]])
    >>> scale, shift = np.array([1.0, 2.0]), np.array([0.0, -1.0])
    >>> qkv = np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.0], [0.0, 2.0], [1.0, 0.0], [0.0, 1.0]])
    >>> proj, fc, out = np.array([[1.0, 0.0], [4.0, 1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.0, 1.0], [2.0, 0.0]])
    >>> y = transformer_block(x, scale, shift, qkv, np.zeros(6), proj, shift, scale, shift, fc, shift, out, shift, 1)
    >>> np.round(y, 4)
    array([[[ 4.    , -0.0073],
            [-2.9966, -4.5004]]])
    """
    n, t, d = x.shape
    if d % n_heads:
        raise ValueError(f"n_heads must divide the {d} features, got {n_heads}")

    width = d // n_heads
    qkv = _layer_norm(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    q, k, v = qkv.reshape(n, t, 3, n_heads, width).transpose(2, 0, 3, 1, 4)  # each (N, heads, T, K)
    scores = np.where(np.tri(t), q @ k.mT / math.sqrt(width), -math.inf)
    a = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heads = (a / a.sum(axis=-1, keepdims=True)) @ v
    h = x + heads.transpose(0, 2, 1, 3).reshape(n, t, d) @ proj_weight.T + proj_bias

    z = _layer_norm(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias
    gelu = 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))
    return h + gelu @ out_weight.T + out_bias


def _layer_norm(
    x: Float[Array, "N T D"], weight: Float[Array, "D"], bias: Float[Array, "D"], eps: float
) -> Float[Array, "N T D"]:
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + eps) * weight + bias
