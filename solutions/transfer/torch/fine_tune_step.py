"""The same in PyTorch, from primitives.  At work you write `requires_grad_(False)` for what is frozen and hand the rest to an
optimizer in parameter groups. Mind its batch norms: their running statistics are buffers, and move on in `train()` mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def fine_tune_step(
    params: dict[str, Float[Tensor, "..."]],
    grads: dict[str, Float[Tensor, "..."]],
    frozen: list[str],
    lrs: dict[str, float],
    weight_decay: float = 0.0,
) -> dict[str, Float[Tensor, "..."]]:
    """Update the parameters of all groups that are not frozen."""
    new = {}
    for name, p in params.items():
        group = name.split(".")[0]
        if group in frozen:
            new[name] = torch.clone(p)
        elif group in lrs:
            new[name] = p - lrs[group] * (grads[name] + weight_decay * p)
        else:
            raise ValueError(f"lrs has no learning rate for the group {group}, which is not frozen")
    return new
