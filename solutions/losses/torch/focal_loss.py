"""The same in PyTorch, from primitives.  The usual code, exp(-loss) for p_t and one minus that, loses the factor of easy answers
to rounding, and where gamma is below 1 its gradient is infinite there.  With the margin nothing of that happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def focal_loss(
    input: Float[Tensor, "*shape"],
    target: Float[Tensor, "*shape"],
    alpha: float = 0.25,
    gamma: float = 2.0,
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute the mean binary focal loss of raw scores, and its gradient."""
    if target.shape != input.shape:
        raise ValueError(f"target has shape {tuple(target.shape)}, and input has shape {tuple(input.shape)}")
    if gamma < 0:
        raise ValueError(f"gamma must be at least 0, got {gamma}")

    sign = 2 * target - 1
    margin = sign * input
    right, wrong = torch.sigmoid(margin), torch.sigmoid(-margin)
    cost = torch.log1p(torch.exp(-margin.abs())) - margin.clamp(max=0)  # -log p_t
    weight = (alpha * target + (1 - alpha) * (1 - target)) * wrong**gamma
    slope = -weight * (wrong + gamma * right * cost)  # by the margin
    return torch.mean(weight * cost), sign * slope / input.numel()
