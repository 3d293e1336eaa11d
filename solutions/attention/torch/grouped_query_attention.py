"""The same in PyTorch, from primitives.  Autograd adds up what the query heads of a group hand back to their common key head."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def grouped_query_attention(
    query: Float[Tensor, "N H L E"],
    key: Float[Tensor, "N G S E"],
    value: Float[Tensor, "N G S Ev"],
) -> Float[Tensor, "N H L Ev"]:
    """Let groups of neighbouring query heads attend to one head of keys and values each."""
    heads, groups = query.shape[1], key.shape[1]
    if heads % groups:
        raise ValueError(f"key has {groups} heads, and {heads} query heads cannot share them evenly")
    key, value = (a.repeat_interleave(heads // groups, 1) for a in (key, value))
    return torch.softmax(query @ key.mT / math.sqrt(query.shape[-1]), -1) @ value
