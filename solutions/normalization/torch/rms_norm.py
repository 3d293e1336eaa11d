"""The same in PyTorch, from primitives.  Models in bfloat16 take the mean square in float32 and convert back at the end: squares
of large activations need the digits.  Here one dtype goes all the way through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def rms_norm(x: Float[Tensor, "*rows D"], weight: Float[Tensor, "D"], eps: float = 1e-6) -> Float[Tensor, "*rows D"]:
    """Give every row a mean square of 1, then scale each feature."""
    return x / torch.sqrt(torch.mean(x * x, dim=-1, keepdim=True) + eps) * weight
