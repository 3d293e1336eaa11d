"""The same in PyTorch, from primitives.  In training autograd goes through the statistics of the batch: every sample's gradient
depends on all others.  In evaluation the statistics are constants.  `nn.BatchNorm1d` keeps the memory outside of autograd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def batchnorm_forward(
    x: Float[Tensor, "N D"],
    weight: Float[Tensor, "D"],
    bias: Float[Tensor, "D"],
    running_mean: Float[Tensor, "D"],
    running_var: Float[Tensor, "D"],
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Float[Tensor, "N D"], Float[Tensor, "D"], Float[Tensor, "D"]]:
    """Normalize every feature by the batch, or by the memory of earlier batches, and keep that memory up to date."""
    mean, variance = running_mean, running_var
    new_mean, new_var = running_mean.clone(), running_var.clone()
    if training:
        n = len(x)
        if n < 2:
            raise ValueError(f"x needs at least two samples in training, got {n}")
        mean = x.mean(dim=0)
        variance = x.var(dim=0, correction=0)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * variance * n / (n - 1)
    return (x - mean) / torch.sqrt(variance + eps) * weight + bias, new_mean, new_var
