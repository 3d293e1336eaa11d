"""The same in PyTorch, from primitives: what `torch.nn.Linear` does.  Its weight is stored as (out, in), so that printing it
shows one neuron a row; the transpose costs nothing, since it only renames the axes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def affine(x: Float[Tensor, "N D"], weight: Float[Tensor, "H D"], bias: Float[Tensor, " H"]) -> Float[Tensor, "N H"]:
    """Compute the weighted sums of all neurons of a layer, for all examples of a batch."""
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight has {weight.shape[1]} columns, and x has {x.shape[1]}")
    if bias.shape != weight.shape[:1]:
        raise ValueError(f"bias must have shape {tuple(weight.shape[:1])}, got {tuple(bias.shape)}")
    return torch.matmul(x, weight.T) + bias
