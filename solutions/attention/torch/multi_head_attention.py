"""The same in PyTorch, from primitives.  PyTorch's own module projects with one product, too, and splits it as is done here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def multi_head_attention(
    x: Float[Tensor, "N L E"],
    in_proj_weight: Float[Tensor, "3*E E"],
    in_proj_bias: Float[Tensor, "3*E"],
    out_proj_weight: Float[Tensor, "E E"],
    out_proj_bias: Float[Tensor, "E"],
    num_heads: int,
) -> Float[Tensor, "N L E"]:
    """Let every position attend to all positions of its sequence, in several heads."""
    n, length, features = x.shape
    if features % num_heads:
        raise ValueError(f"num_heads must divide the {features} features, got {num_heads}")
    projected = x @ in_proj_weight.T + in_proj_bias
    split = projected.reshape(n, length, 3, num_heads, features // num_heads)
    query, key, value = split.permute(2, 0, 3, 1, 4)  # each (N, H, L, d)
    weights = torch.softmax(query @ key.mT / math.sqrt(query.shape[-1]), -1)
    joined = (weights @ value).permute(0, 2, 1, 3).reshape(n, length, features)
    return joined @ out_proj_weight.T + out_proj_bias
