"""The same in PyTorch, from primitives.  A mean over several dims at once is what makes all pixels of a channel equals.  On
several devices each has its own batch, unless `nn.SyncBatchNorm` averages over them as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def batchnorm2d_forward(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "C"],
    bias: Float[Tensor, "C"],
    eps: float = 1e-5,
) -> Float[Tensor, "N C H W"]:
    """Give every channel mean 0 and variance 1 over the batch and all positions, then scale and shift it."""
    if x.numel() == x.shape[1]:
        raise ValueError(f"x has a single number per channel: {tuple(x.shape)}")
    centred = x - x.mean(dim=(0, 2, 3), keepdim=True)
    variance = torch.mean(centred * centred, dim=(0, 2, 3), keepdim=True)
    return centred / torch.sqrt(variance + eps) * weight[:, None, None] + bias[:, None, None]
