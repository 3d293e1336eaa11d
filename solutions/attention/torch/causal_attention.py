"""The same in PyTorch, from primitives.  The mask is made like the scores, so that it lies on their device, too."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def causal_attention(
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch S E"],
    value: Float[Tensor, "*batch S Ev"],
) -> Float[Tensor, "*batch L Ev"]:
    """Average the values up to each query's own position, weighted by attention."""
    length, keys = query.shape[-2], key.shape[-2]
    if length > keys:
        raise ValueError(f"query has {length} positions, and there are only {keys} keys")
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    later = torch.ones_like(scores, dtype=torch.bool).triu(keys - length + 1)
    return torch.softmax(scores.masked_fill(later, -torch.inf), -1) @ value
