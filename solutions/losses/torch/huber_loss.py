"""The same in PyTorch, from primitives.  Detectors and value networks of reinforcement learning are trained with it: there
targets are wild, and a single bad one must not undo a thousand good ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def huber_loss(
    input: Float[Tensor, "*shape"],
    target: Float[Tensor, "*shape"],
    delta: float = 1.0,
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute the mean Huber loss and its gradient."""
    if target.shape != input.shape:
        raise ValueError(f"target has shape {tuple(target.shape)}, and input has shape {tuple(input.shape)}")
    if delta <= 0:
        raise ValueError(f"delta must be above 0, got {delta}")
    error = input - target
    clipped = torch.clamp(error, -delta, delta)  # the slope of the loss
    return torch.mean(clipped * (error - clipped / 2)), clipped / error.numel()
