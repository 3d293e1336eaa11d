"""The same in PyTorch, from primitives.  The derivative of a length at zero has no value; `vector_norm` answers 0 there, where
the square root of a sum of squares gives NaN, and one empty capsule would spoil the whole backward pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def squash(s: Float[Tensor, "*shape"], dim: int = -1) -> Float[Tensor, "*shape"]:
    """Shrink the vectors along one axis to lengths below 1 and keep their directions."""
    length = torch.linalg.vector_norm(s, dim=dim, keepdim=True)
    return s * (length / (1 + length**2))
