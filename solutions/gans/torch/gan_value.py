"""The same in PyTorch, which has this product as `torch.xlogy`: x times log y, and 0 where x is 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gan_value(p: Float[Tensor, "*shape"], q: Float[Tensor, "*shape"], d: Float[Tensor, "*shape"]) -> Float[Tensor, ""]:
    """Compute the value of the game for two distributions and any discriminator."""
    if d.shape != p.shape:
        raise ValueError(f"d has shape {tuple(d.shape)}, and p has shape {tuple(p.shape)}")
    real, fake = p > 0, q > 0
    return (p[real] * torch.log(d[real])).sum() + (q[fake] * torch.log1p(-d[fake])).sum()
