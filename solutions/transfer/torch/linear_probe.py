"""The same in PyTorch, from primitives.  `features` would come out of the backbone under `torch.no_grad()`, once and for all: a
probe trains in the time of one pass over the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def linear_probe(
    features: Float[Tensor, "N D"], target: Float[Tensor, "N K"], lam: float
) -> tuple[Float[Tensor, "K D"], Float[Tensor, "K"]]:
    """Fit a linear layer to frozen features by ridge regression."""
    if lam <= 0:
        raise ValueError(f"lam must be above 0, got {lam}")
    f = features - features.mean(0)
    weight = torch.linalg.solve(f.T @ f + lam * torch.eye(f.shape[1]).to(f), f.T @ target).T
    return weight, target.mean(0) - weight @ features.mean(0)
