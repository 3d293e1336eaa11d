"""The same in PyTorch, from primitives.  In a real trainer the vectors are rows of two embedding tables, and only the rows that
took part in the step get a gradient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sgns_loss(
    center: Float[Tensor, "D"], positive: Float[Tensor, "D"], negatives: Float[Tensor, "K D"]
) -> tuple[Float[Tensor, ""], Float[Tensor, "D"], Float[Tensor, "D"], Float[Tensor, "K D"]]:
    """Compute the loss of one skip-gram pair with negative samples, and its gradients."""
    # equivalent: center @ positive => positive @ center, because a dot product is symmetric.
    score, scores = center @ positive, negatives @ center
    zero = torch.zeros_like(score)
    loss = torch.logaddexp(zero, -score) + torch.logaddexp(zero, scores).sum()
    slope, slopes = -torch.sigmoid(-score), torch.sigmoid(scores)
    return loss, slope * positive + slopes @ negatives, slope * center, torch.outer(slopes, center)
