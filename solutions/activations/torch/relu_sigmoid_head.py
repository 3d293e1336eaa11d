"""The same in PyTorch, from primitives.  Autograd shows the damage: where x is negative the gradient of p is zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def relu_sigmoid_head(x: Float[Tensor, "*shape"], threshold: float) -> tuple[Float[Tensor, "*shape"], Bool[Tensor, "*shape"]]:
    """Turn scores into probabilities by a ReLU and a sigmoid, and decide."""
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, got {threshold}")
    p = 1 / (1 + torch.exp(-torch.clamp(x, min=0)))
    return p, p >= threshold
