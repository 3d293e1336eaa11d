"""The same in PyTorch, from primitives.  Nothing is done in place, so autograd can follow all updates back to the first
weights: a gradient by the learning rate, or by the data, comes for free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def linear_gd(
    x: Float[Tensor, "n d"],
    y: Float[Tensor, "n"],
    weight: Float[Tensor, "d"],
    lr: float,
    batch_size: int,
    orders: Int[Tensor, "epochs n"],
) -> tuple[Float[Tensor, "d"], int]:
    """Fit a linear model by gradient descent with batches of a given size."""
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    weight, batches = weight.clone(), [batch for order in orders for batch in order.split(batch_size)]
    for batch in batches:
        error = x[batch] @ weight - y[batch]
        weight = weight - lr * (2 * error[:, None] * x[batch]).mean(dim=0)
    return weight, len(batches)
