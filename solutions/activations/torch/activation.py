"""The same in PyTorch, from primitives.  The gradients are right far out as well, since no exponential overflows: where one
side of a torch.where is infinite, its gradient is NaN even if the other side is chosen.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def activation(x: Float[Tensor, "*shape"], name: str) -> Float[Tensor, "*shape"]:
    """Apply the activation function of a given name to every element of `x`."""
    functions = {
        "step": lambda: (x > 0).to(x.dtype),
        "sigmoid": lambda: torch.sigmoid(x),
        "tanh": lambda: torch.tanh(x),
        "relu": lambda: torch.relu(x),
        "leaky_relu": lambda: torch.maximum(x, 0.01 * x),
        "elu": lambda: torch.relu(x) + torch.expm1(torch.clamp(x, max=0)),
        "softplus": lambda: torch.relu(x) + torch.log1p(torch.exp(-torch.abs(x))),
        "swish": lambda: x * torch.sigmoid(x),
        "gelu": lambda: x * (1 + torch.erf(x / math.sqrt(2))) / 2,
    }
    if name not in functions:
        raise ValueError(f"name must be one of {', '.join(functions)}, got {name!r}")
    return functions[name]()
