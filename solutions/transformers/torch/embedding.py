"""The same in PyTorch, from primitives.  `torch.nn.Embedding` is a table of parameters and this lookup; autograd turns the lookup
into an addition on the way back, so a row gets one contribution from each place where it was asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def embedding(input: Int[Tensor, "*shape"], weight: Float[Tensor, "V D"]) -> Float[Tensor, "*shape D"]:
    """Look up one row of the table for each token number."""
    if torch.any((input < 0) | (input >= len(weight))):
        raise ValueError(f"input must hold numbers from 0 to {len(weight) - 1}, got {input}")
    return weight.index_select(0, input.flatten()).reshape(*input.shape, weight.shape[1])
