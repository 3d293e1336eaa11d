"""The same in PyTorch, from primitives.  The mean and the variance depend on x, and autograd goes through both: this is why a
row's gradient by x has no component along the row itself.  Mind that `var` and `std` of PyTorch divide by D - 1 unless told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def layer_norm(
    x: Float[Tensor, "*rows D"],
    weight: Float[Tensor, "D"],
    bias: Float[Tensor, "D"],
    eps: float = 1e-5,
) -> Float[Tensor, "*rows D"]:
    """Give every row mean 0 and variance 1, then scale and shift each feature."""
    centred = x - x.mean(dim=-1, keepdim=True)
    variance = torch.mean(centred * centred, dim=-1, keepdim=True)
    return centred / torch.sqrt(variance + eps) * weight + bias
