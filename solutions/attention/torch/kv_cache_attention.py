"""The same in PyTorch, from primitives.  Where one runs a model, and does not train it, autograd is switched off around this."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def kv_cache_attention(
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch L E"],
    value: Float[Tensor, "*batch L Ev"],
    key_cache: Float[Tensor, "*batch P E"],
    value_cache: Float[Tensor, "*batch P Ev"],
) -> tuple[Float[Tensor, "*batch L Ev"], Float[Tensor, "*batch P+L E"], Float[Tensor, "*batch P+L Ev"]]:
    """Append new keys and values to the caches, and let the new queries attend to what lies before them."""
    past = key_cache.shape[-2]
    keys, values = torch.cat([key_cache, key], -2), torch.cat([value_cache, value], -2)
    scores = query @ keys.mT / math.sqrt(query.shape[-1])
    later = torch.ones_like(scores, dtype=torch.bool).triu(past + 1)
    return torch.softmax(scores.masked_fill(later, -torch.inf), -1) @ values, keys, values
