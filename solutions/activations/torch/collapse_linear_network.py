"""The same in PyTorch, from primitives.  The gradients of the original weights are not those of one layer: each is multiplied by
all the others, so a deep linear network computes nothing new, but it trains along another path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def collapse_linear_network(
    weights: list[Float[Tensor, "..."]],
    biases: list[Float[Tensor, "..."]],
) -> tuple[Float[Tensor, "..."], Float[Tensor, "..."]]:
    """Compute the single layer that does the same as a stack of affine layers."""
    if len(biases) != len(weights):
        raise ValueError(f"biases must be as many as weights, got {len(biases)} and {len(weights)}")

    weight, bias = torch.clone(weights[0]), torch.clone(biases[0])
    for i in range(1, len(weights)):
        weight, bias = weights[i] @ weight, weights[i] @ bias + biases[i]
    return weight, bias
