"""The same in PyTorch, from primitives.  `torch.log1p` and `torch.exp` are accurate on the far left, as in NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def nonnegative_head(x: Float[Tensor, "*shape"], kind: str) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Turn scores into outputs that are never negative, and tell how steeply they rise."""
    if kind == "relu":
        return torch.clamp(x, min=0), (x > 0).to(x.dtype)
    if kind == "softplus":
        decay = torch.exp(-torch.abs(x))  # from 0 to 1 on both sides of zero
        return torch.clamp(x, min=0) + torch.log1p(decay), torch.exp(torch.clamp(x, max=0)) / (1 + decay)
    if kind == "exp":
        return torch.exp(x), torch.exp(x)
    raise ValueError(f"kind must be relu, softplus or exp, got {kind!r}")
