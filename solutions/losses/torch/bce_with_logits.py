"""The same in PyTorch, from primitives.  `torch.nn.Sigmoid` followed by `BCELoss` is the same on paper; PyTorch then has to cut
the logarithm off at -100, and the gradient of a saturated sigmoid is gone for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def bce_with_logits(
    input: Float[Tensor, "*shape"],
    target: Float[Tensor, "*shape"],
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute the mean binary cross-entropy of raw scores, and its gradient."""
    if target.shape != input.shape:
        raise ValueError(f"target has shape {tuple(target.shape)}, and input has shape {tuple(input.shape)}")
    loss = torch.clamp(input, min=0) - input * target + torch.log1p(torch.exp(-input.abs()))
    return loss.mean(), (torch.sigmoid(input) - target) / input.numel()
