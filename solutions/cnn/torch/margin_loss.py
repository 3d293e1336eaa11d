"""The same in PyTorch, from primitives.  `clamp` stops the gradient inside the margins, so a class that is right enough leaves
the capsules alone: the network spends its effort on what it still gets wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def margin_loss(
    input: Float[Tensor, "N K"],
    target: Bool[Tensor, "N K"],
    m_pos: float = 0.9,
    m_neg: float = 0.1,
    lam: float = 0.5,
) -> Float[Tensor, ""]:
    """Measure how far capsules are from being long where their class is there, and short where it is not."""
    present = torch.clamp(m_pos - input, min=0) ** 2
    absent = lam * torch.clamp(input - m_neg, min=0) ** 2
    return torch.where(target, present, absent).sum(dim=1).mean()
