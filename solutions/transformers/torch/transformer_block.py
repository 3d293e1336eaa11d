"""The same in PyTorch, from primitives.  In real code the three lines in the middle are one call,
`scaled_dot_product_attention(q, k, v, is_causal=True)`, which never builds the table of scores.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def transformer_block(
    x: Float[Tensor, "N T D"],
    ln1_weight: Float[Tensor, "D"],
    ln1_bias: Float[Tensor, "D"],
    qkv_weight: Float[Tensor, "3*D D"],
    qkv_bias: Float[Tensor, "3*D"],
    proj_weight: Float[Tensor, "D D"],
    proj_bias: Float[Tensor, "D"],
    ln2_weight: Float[Tensor, "D"],
    ln2_bias: Float[Tensor, "D"],
    fc_weight: Float[Tensor, "H D"],
    fc_bias: Float[Tensor, "H"],
    out_weight: Float[Tensor, "D H"],
    out_bias: Float[Tensor, "D"],
    n_heads: int,
    eps: float = 1e-5,
) -> Float[Tensor, "N T D"]:
    """Run sentences of tokens through one block of GPT-2."""
    n, t, d = x.shape
    if d % n_heads:
        raise ValueError(f"n_heads must divide the {d} features, got {n_heads}")

    width = d // n_heads
    qkv = _layer_norm(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    q, k, v = qkv.reshape(n, t, 3, n_heads, width).permute(2, 0, 3, 1, 4)  # each (N, heads, T, K)
    # equivalent: , device=x.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    later = torch.ones(t, t, dtype=torch.bool, device=x.device).triu(1)
    scores = (q @ k.mT / math.sqrt(width)).masked_fill(later, -math.inf)
    heads = torch.softmax(scores, dim=-1) @ v
    h = x + heads.permute(0, 2, 1, 3).reshape(n, t, d) @ proj_weight.T + proj_bias

    z = _layer_norm(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias
    gelu = 0.5 * z * (1 + torch.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))
    return h + gelu @ out_weight.T + out_bias


def _layer_norm(
    x: Float[Tensor, "N T D"], weight: Float[Tensor, "D"], bias: Float[Tensor, "D"], eps: float
) -> Float[Tensor, "N T D"]:
    centred = x - x.mean(dim=-1, keepdim=True)
    return centred / torch.sqrt(torch.mean(centred**2, dim=-1, keepdim=True) + eps) * weight + bias
