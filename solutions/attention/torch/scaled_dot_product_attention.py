"""The same in PyTorch, from primitives.  Softmax is spelled out, as torch.softmax has nothing but NaN for an empty row, and its
gradient, too.  PyTorch's own function keeps to itself the weights, which a fused kernel never writes down.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def scaled_dot_product_attention(
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch S E"],
    value: Float[Tensor, "*batch S Ev"],
    attn_mask: Bool[Tensor, "*mask"] | None = None,
) -> tuple[Float[Tensor, "*batch L Ev"], Float[Tensor, "*batch L S"]]:
    """Average the values for each query, with weights from the dot products with the keys."""
    if attn_mask is not None and attn_mask.dtype != torch.bool:
        raise ValueError(f"attn_mask must be Boolean, got {attn_mask.dtype}")
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    if attn_mask is not None:
        scores = scores.masked_fill(~attn_mask, -torch.inf)
    lowest = torch.finfo(scores.dtype).min  # not minus infinity, since that less itself would be NaN
    weights = torch.exp(scores - scores.amax(-1, keepdim=True).clamp(min=lowest))
    weights = weights / weights.sum(-1, keepdim=True).clamp(min=1)  # at least 1 already, but for an empty row
    return weights @ value, weights
