"""The same in PyTorch, from primitives.  The angles are constants to autograd, and a gradient is turned back "
"by the same angles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def rope(x: Float[Tensor, "*batch L E"], positions: Int[Tensor, "L"], base: float = 10000.0) -> Float[Tensor, "*batch L E"]:
    """Turn each pair of neighbouring features by an angle that is proportional to the position of its row."""
    features = x.shape[-1]
    if features % 2:
        raise ValueError(f"x needs an even number of features, got {features}")
    speed = base ** (-torch.arange(0, features, 2).to(x) / features)
    angle = torch.outer(positions, speed)
    cos, sin = angle.cos(), angle.sin()
    even, odd = x[..., ::2], x[..., 1::2]
    return torch.stack([even * cos - odd * sin, even * sin + odd * cos], -1).reshape(x.shape)
