"""The same in PyTorch, from primitives.  Padding goes before the exponentials for a second reason: the gradient of a
NaN that is multiplied by zero is NaN, and the optimizer would carry it into every weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def grpo_loss(
    log_probs: Float[Tensor, "N T"],
    old_log_probs: Float[Tensor, "N T"],
    ref_log_probs: Float[Tensor, "N T"],
    advantages: Float[Tensor, " N"],
    mask: Bool[Tensor, "N T"],
    eps: float = 0.2,
    beta: float = 0.04,
) -> tuple[Float[Tensor, ""], Float[Tensor, ""]]:
    """Compute GRPO's loss and the divergence from the reference."""
    answer = mask.nonzero()[:, 0]  # which answer each token belongs to
    share = (1 / (len(mask) * mask.sum(dim=1).to(log_probs.dtype)))[answer]
    new, old, ref, gain = log_probs[mask], old_log_probs[mask], ref_log_probs[mask], advantages[answer]

    ratio = torch.exp(new - old)
    surrogate = torch.minimum(ratio * gain, torch.clamp(ratio, 1 - eps, 1 + eps) * gain)
    divergence = torch.sum(share * (torch.exp(ref - new) - (ref - new) - 1))
    return beta * divergence - torch.sum(share * surrogate), divergence
