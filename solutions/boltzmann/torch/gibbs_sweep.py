"""The same in PyTorch, where `torch.sigmoid` takes care of large numbers.  Nothing here is a layer of a network that is recurrent
in time: the connections are symmetric, and a sweep only redraws a state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def gibbs_sweep(
    state: Float[Tensor, "N"],
    weight: Float[Tensor, "N N"],
    bias: Float[Tensor, "N"],
    uniforms: Float[Tensor, "N"],
    temperature: float = 1.0,
    clamped: Bool[Tensor, "N"] | None = None,
) -> Float[Tensor, "N"]:
    """Update all free units once, in turn."""
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    moved = state.clone()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            # equivalent: weight[i], moved => moved, weight[i], because a scalar product knows no order
            probability = torch.sigmoid((torch.dot(weight[i], moved) + bias[i]) / temperature)
            moved[i] = uniforms[i] < probability
    return moved
