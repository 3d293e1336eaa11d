"""The same in PyTorch, from primitives.  In training nobody writes the gradient down: autograd takes it from the minimum. It
pays to have done it once, to know for which tokens there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def ppo_clip_loss(
    log_probs: Float[Tensor, "*shape"],
    old_log_probs: Float[Tensor, "*shape"],
    advantages: Float[Tensor, "*shape"],
    eps: float = 0.2,
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute PPO's clipped loss, and its gradient by the log-probabilities."""
    if not 0 < eps < 1:
        raise ValueError(f"eps must be above 0 and below 1, got {eps}")
    ratio = torch.exp(log_probs - old_log_probs)
    product = ratio * advantages
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps) * advantages
    loss = -torch.minimum(product, clipped).mean()
    return loss, torch.where(product <= clipped, -product / product.numel(), 0)
