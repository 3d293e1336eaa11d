"""The same in PyTorch.  A loop is a loop: each unit has to wait for the one before it, on whatever device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def hopfield_update(state: Float[Tensor, "N"], weight: Float[Tensor, "N N"], order: Int[Tensor, "L"]) -> Float[Tensor, "N"]:
    """Update units of a Hopfield network one after the other."""
    settled = state.clone()
    for i in order:
        # equivalent: weight[i] @ settled => settled @ weight[i], because a scalar product knows no order
        field = weight[i] @ settled
        if field != 0:
            settled[i] = torch.sign(field)
    return settled
