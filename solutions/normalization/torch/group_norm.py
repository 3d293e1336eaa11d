"""The same in PyTorch, from primitives.  `reshape`, not `view`: a tensor whose channels lie last in memory, as fast convolutions
like them, has no view in which a group is one axis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def group_norm(
    x: Float[Tensor, "N C *space"],
    num_groups: int,
    weight: Float[Tensor, "C"],
    bias: Float[Tensor, "C"],
    eps: float = 1e-5,
) -> Float[Tensor, "N C *space"]:
    """Give every group of channels of every sample mean 0 and variance 1, then scale and shift each channel."""
    n, c = x.shape[:2]
    if num_groups < 1 or c % num_groups:
        raise ValueError(f"num_groups must be a divisor of the {c} channels, got {num_groups}")
    groups = x.reshape(n * num_groups, -1)
    centred = groups - groups.mean(dim=1, keepdim=True)
    variance = torch.mean(centred * centred, dim=1, keepdim=True)
    normalized = (centred / torch.sqrt(variance + eps)).reshape(x.shape)
    per_channel = (c, *[1] * (x.ndim - 2))
    return normalized * weight.reshape(per_channel) + bias.reshape(per_channel)
