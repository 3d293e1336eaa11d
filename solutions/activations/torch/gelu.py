"""The same in PyTorch, from primitives.  `torch.erf` works on whole tensors, keeps the dtype and knows its own derivative, so
nothing is left to do but the formulas.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gelu(x: Float[Tensor, "*shape"], approximate: str = "none") -> Float[Tensor, "*shape"]:
    """Multiply every element of `x` by the probability that a standard normal number is below it."""
    if approximate == "none":
        share = torch.erf(x / math.sqrt(2))
    elif approximate == "tanh":
        share = torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))
    else:
        raise ValueError(f"approximate must be 'none' or 'tanh', got {approximate!r}")
    return x / 2 * (1 + share)
