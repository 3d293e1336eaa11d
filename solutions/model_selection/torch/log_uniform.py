"""The same in PyTorch, from primitives.  A number to the power of a tensor keeps the dtype of the tensor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def log_uniform(low: float, high: float, u: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Turn uniform numbers into numbers whose logarithm is uniform between two ends."""
    if low <= 0:
        raise ValueError(f"low must be above 0, got {low}")
    if high < low:
        raise ValueError(f"high must be at least {low}, got {high}")
    return low * (high / low) ** u
