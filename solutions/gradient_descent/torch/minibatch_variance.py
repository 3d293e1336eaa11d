"""The same in PyTorch, from primitives.  The noise of a gradient is a function like any other, and has a gradient itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def minibatch_variance(grads: Float[Tensor, "n d"], batch_size: int, replace: bool = True) -> Float[Tensor, ""]:
    """Compute the total variance of the mean gradient of a random batch."""
    n = len(grads)
    if batch_size < 1 or (batch_size > n and not replace):
        raise ValueError(f"batch_size must be at least 1, and without replacement at most {n}; got {batch_size}")
    variance = grads.var(dim=0, correction=0).sum()
    correction = 1.0 if replace else (n - batch_size) / max(n - 1, 1)
    return variance * (correction / batch_size)
