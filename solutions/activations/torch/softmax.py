"""The same in PyTorch, from primitives.  `amax` is NumPy's maximum along an axis (`max` with a `dim` gives a pair: values and
places).  Autograd goes through the shift, too; what it finds there cancels, because the shift changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def softmax(x: Float[Tensor, "*shape"], dim: int = -1, temperature: float = 1.0) -> Float[Tensor, "*shape"]:
    """Turn scores into probabilities that add up to 1 along one axis."""
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    weights = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)  # the largest weight of each slice is 1
    return weights / weights.sum(dim, keepdim=True)
