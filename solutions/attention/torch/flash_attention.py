"""The same in PyTorch, from primitives.  If it is to be differentiated, autograd keeps every block, and the saving is lost: real
implementations have a backward pass of their own, which computes the blocks again.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def flash_attention(
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch S E"],
    value: Float[Tensor, "*batch S Ev"],
    block_size: int,
) -> tuple[Float[Tensor, "*batch L Ev"], Float[Tensor, "*batch L"]]:
    """Compute attention block by block of keys, in memory that grows with the inputs only."""
    if block_size < 1:
        raise ValueError(f"block_size must be at least 1, got {block_size}")
    scale = 1 / math.sqrt(query.shape[-1])
    top = torch.full_like(query[..., :1], -torch.inf)
    # equivalent: 0 => 1, because the first factor is the exponential of minus infinity
    # equivalent: 0 => -1, because the first factor is the exponential of minus infinity
    total = output = 0
    for start in range(0, key.shape[-2], block_size):
        block = slice(start, start + block_size)
        scores = query @ key[..., block, :].mT * scale
        higher = torch.maximum(top, scores.amax(-1, keepdim=True))
        e, factor = torch.exp(scores - higher), torch.exp(top - higher)
        total = total * factor + e.sum(-1, keepdim=True)
        output = output * factor + e @ value[..., block, :]
        top = higher
    return output / total, (top + torch.log(total)).squeeze(-1)
