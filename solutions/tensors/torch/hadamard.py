"""The same in PyTorch, whose star broadcasts exactly as NumPy's does, so that the shapes have to be compared here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def hadamard(input: Float[Tensor, "*shape"], other: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Multiply two tensors of the same shape entry by entry."""
    if other.shape != input.shape:
        raise ValueError(f"other must have the shape of input, {tuple(input.shape)}, and has {tuple(other.shape)}")
    return torch.mul(input, other)
