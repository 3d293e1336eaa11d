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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.scaled_dot_product_attention,
# torch.nn.functional.multi_head_attention_forward, torch.nn.MultiheadAttention,
# torch.nn.TransformerEncoderLayer, torch.nn.TransformerDecoderLayer, by whatever name.
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
    raise NotImplementedError("write transformer_block here")
