"""The same in PyTorch, from tensor operations, so that a gradient finds its way back to x and to the ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def minmax_apply(
    x: Float[Tensor, "N D"], low: Float[Tensor, "D"], high: Float[Tensor, "D"], lo: float = 0.0, hi: float = 1.0
) -> Float[Tensor, "N D"]:
    """Map the range from `low` to `high` of each column to the range from `lo` to `hi`."""
    if lo >= hi:
        raise ValueError(f"lo must be below hi, got {lo} and {hi}")
    width = high - low
    return lo + (x - low) / torch.where(width == 0, 1, width) * (hi - lo)
