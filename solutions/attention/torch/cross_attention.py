"""The same in PyTorch, from primitives.  PyTorch's own module does it, too: give it kdim and vdim, and three different inputs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def cross_attention(
    x: Float[Tensor, "N L E"],
    context: Float[Tensor, "N S C"],
    q_weight: Float[Tensor, "E E"],
    k_weight: Float[Tensor, "E C"],
    v_weight: Float[Tensor, "E C"],
    out_weight: Float[Tensor, "E E"],
    num_heads: int,
    context_mask: Bool[Tensor, "N S"] | None = None,
) -> Float[Tensor, "N L E"]:
    """Let every position of one sequence attend to the positions of another one, in several heads."""
    features = x.shape[-1]
    if features % num_heads:
        raise ValueError(f"num_heads must divide the {features} features, got {num_heads}")
    projected = x @ q_weight.T, context @ k_weight.T, context @ v_weight.T
    query, key, value = (a.reshape(*a.shape[:-1], num_heads, features // num_heads).permute(0, 2, 1, 3) for a in projected)
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    if context_mask is not None:
        scores = scores.masked_fill(~context_mask[:, None, None], -torch.inf)
    lowest = torch.finfo(scores.dtype).min  # not minus infinity, since that less itself would be NaN
    weights = torch.exp(scores - scores.amax(-1, keepdim=True).clamp(min=lowest))
    weights = weights / weights.sum(-1, keepdim=True).clamp(min=1)  # at least 1 already, but for an empty context
    return (weights @ value).permute(0, 2, 1, 3).reshape(x.shape) @ out_weight.T
