"""The same in PyTorch.  At work: `loss = F.mse_loss(model(corrupt(x, torch.rand_like(x), p)), x)`, with the clean batch as the
target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def corrupt(x: Float[Tensor, "*shape"], u: Float[Tensor, "*shape"], p: float) -> Float[Tensor, "*shape"]:
    """Set entries to zero at random."""
    if not 0 <= p <= 1:
        raise ValueError(f"p must be from 0 to 1, got {p}")
    if u.shape != x.shape:
        raise ValueError(f"u has shape {tuple(u.shape)}, and x has shape {tuple(x.shape)}")
    return torch.where(u < p, torch.zeros_like(x), x)
