"""The same in PyTorch.  `argmin` without an axis counts through the whole table, and `torch.unravel_index` turns its answer into
coordinates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def som_bmu(x: Float[Tensor, "D"], weight: Float[Tensor, "R C D"]) -> tuple[Int[Tensor, ""], Int[Tensor, ""]]:
    """Find the unit whose prototype is nearest to an input."""
    # equivalent: sum => mean, because the smallest sum is the smallest mean
    # equivalent: weight - x => x - weight, because the sign is lost in the square
    distances = ((weight - x) ** 2).sum(dim=-1)
    return torch.unravel_index(distances.argmin(), distances.shape)
