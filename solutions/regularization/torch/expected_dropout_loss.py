"""The same in PyTorch, from primitives.  A loss without randomness; its gradient is the mean of dropout's noisy ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def expected_dropout_loss(
    x: Float[Tensor, "n d"],
    y: Float[Tensor, "n"],
    weight: Float[Tensor, "d"],
    p: float,
) -> Float[Tensor, ""]:
    """Compute the expectation of the squared error of a linear model with dropout on its inputs."""
    if not 0 <= p < 1:
        raise ValueError(f"p must be at least 0 and below 1, got {p}")
    penalty = (x * weight).square().sum()
    # equivalent: y - x @ weight => (x @ weight) - y, because the error is squared.
    return (y - x @ weight).square().sum() + p / (1 - p) * penalty
