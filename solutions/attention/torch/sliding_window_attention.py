"""The same in PyTorch, from primitives.  unfold shows all windows of an axis without copying: they are its new last axis."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sliding_window_attention(
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch L E"],
    value: Float[Tensor, "*batch L Ev"],
    window: int,
) -> Float[Tensor, "*batch L Ev"]:
    """Average the values of each position and of the few before it, weighted by attention."""
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    features = query.shape[-1]
    keys, values = (torch.nn.functional.pad(a, (0, 0, window - 1, 0)).unfold(-2, window, 1) for a in (key, value))
    scores = torch.einsum("...le,...lew->...lw", query, keys) / math.sqrt(features)
    there = torch.ones_like(scores, dtype=torch.bool).tril().flip(-1)  # else it is padding, in front of the text
    scores = scores.masked_fill(~there, -torch.inf)
    return torch.einsum("...lw,...lvw->...lv", torch.softmax(scores, -1), values)
