"""The same in PyTorch, from primitives.  Autograd has these formulas inside, and its conventions at a kink are the same: the
slope of the left side.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def activation_grad(x: Float[Tensor, "*shape"], name: str) -> Float[Tensor, "*shape"]:
    """Compute the derivative of an activation function at every element of `x`."""
    gate = torch.sigmoid(x)
    slopes = {
        "step": lambda: torch.zeros_like(x),
        "sigmoid": lambda: gate * (1 - gate),
        "tanh": lambda: 1 - torch.tanh(x) ** 2,
        "relu": lambda: (x > 0).to(x.dtype),
        "leaky_relu": lambda: torch.full_like(x, 0.01).masked_fill(x > 0, 1),
        "elu": lambda: torch.exp(torch.clamp(x, max=0)),
        "softplus": lambda: gate,
        "swish": lambda: gate + x * gate * (1 - gate),
        "gelu": lambda: (1 + torch.erf(x / math.sqrt(2))) / 2 + x * torch.exp(-x * x / 2) / math.sqrt(2 * math.pi),
    }
    if name not in slopes:
        raise ValueError(f"name must be one of {', '.join(slopes)}, got {name!r}")
    return slopes[name]()
