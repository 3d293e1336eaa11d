"""The same in PyTorch, from primitives.  `torch.std` divides by one less than the number of entries unless told otherwise, and
`numpy.std` by their number: here the two libraries disagree by default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def grpo_advantages(rewards: Float[Tensor, "P G"], eps: float = 1e-4, scale_rewards: bool = True) -> Float[Tensor, "P G"]:
    """Compare each answer's reward with those of the other answers to the same prompt."""
    if rewards.shape[1] < 2:
        raise ValueError(f"rewards must have two answers or more in each group, got {rewards.shape[1]}")
    centred = rewards - rewards.mean(dim=1, keepdim=True)
    if not scale_rewards:
        return centred
    return centred / (torch.std(rewards, dim=1, keepdim=True) + eps)
