"""The same in PyTorch, from primitives.  Ask autograd for the slope after ten layers: it is 1024 or -1024, a gradient that
explodes by construction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def tent_network(x: Float[Tensor, "n"], k: int) -> Float[Tensor, "n"]:
    """Apply the tent of two ReLUs `k` times."""
    if k < 0:
        raise ValueError(f"k must be at least 0, got {k}")
    y = x.clone()
    for _ in range(k):
        y = 2 * torch.relu(y) - 4 * torch.relu(y - 0.5)
    return y
