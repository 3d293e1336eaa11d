"""The same in PyTorch, from primitives.  Autograd applies the product rule by itself: x reaches the result twice, on its own and
through the gate, and the two gradients are added up.  A `beta` that is a tensor gets its gradient, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def swish(x: Float[Tensor, "*shape"], beta: float = 1.0) -> Float[Tensor, "*shape"]:
    """Multiply every element of `x` by the sigmoid of `beta` times itself."""
    z = beta * x
    below = torch.minimum(z, torch.zeros_like(z))  # halves the gradient at a tie, which torch.clamp would not
    gate = torch.exp(below) / (1 + torch.exp(-torch.abs(z)))  # the sigmoid of z; no exponential overflows
    return x * gate
