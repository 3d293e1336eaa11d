"""The same in PyTorch. Rows and columns are broadcast against each other, and autograd takes the winner as given: who wins has
no slope.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def som_step(x: Float[Tensor, "D"], weight: Float[Tensor, "R C D"], lr: float, sigma: float) -> Float[Tensor, "R C D"]:
    """Move the prototypes of a map towards an input."""
    if not sigma > 0:
        raise ValueError(f"sigma must be above 0, got {sigma}")
    # equivalent: sum => mean, because the smallest sum is the smallest mean
    # equivalent: weight - x => x - weight, because the sign is lost in the square
    distances = ((weight - x) ** 2).sum(dim=-1)
    row, column = torch.unravel_index(distances.argmin(), distances.shape)
    lines = [torch.arange(n, dtype=torch.float64) for n in distances.shape]
    # equivalent: , indexing="ij" => (nothing), because it is the default, which PyTorch wants to change
    rows, columns = torch.meshgrid(*lines, indexing="ij")
    # equivalent: rows - row => row - rows, because the length of a step has no sign
    # equivalent: columns - column => column - columns, because the length of a step has no sign
    steps = torch.hypot(rows - row, columns - column) / sigma
    neighbourhood = torch.exp(-(steps**2) / 2).to(weight)
    return weight + lr * neighbourhood[..., None] * (x - weight)
