"""The same in PyTorch: one matrix product, in which the sum over the patterns takes place, less its own diagonal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def hopfield_weights(patterns: Float[Tensor, "M N"]) -> Float[Tensor, "N N"]:
    """Store patterns in the connections of a Hopfield network."""
    if not (patterns.abs() == 1).all():
        raise ValueError("patterns must consist of -1 and +1")
    weight = patterns.T @ patterns / patterns.shape[1]
    return weight - torch.diag(weight.diagonal())
