"""The same in PyTorch, from primitives.  The matrices are stacked, so that one call takes all their norms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def bptt_gain(
    weight_hh: Float[Tensor, "H H"], time_steps: int, weight_decay: float, lr: float, updates: int
) -> Float[Tensor, ""]:
    """Compute by how much a gradient can grow on its way back through time, after some updates of pure weight decay."""
    if time_steps < 0:
        raise ValueError(f"time_steps must be at least 0, got {time_steps}")
    # equivalent: 1 - lr * weight_decay => (lr * weight_decay) - 1, because a length knows no sign.
    shrunken = (1 - lr * weight_decay) ** updates * weight_hh
    powers = torch.stack([torch.linalg.matrix_power(shrunken, t) for t in range(time_steps + 1)])
    return torch.linalg.matrix_norm(powers, 2)
