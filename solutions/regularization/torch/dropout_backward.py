"""The same in PyTorch, from primitives.  PyTorch keeps the mask as booleans, one byte for each unit, and the scale beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dropout_backward(grad_output: Float[Tensor, "*shape"], mask: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Turn the gradient of the loss by the output of dropout into the gradient by its input."""
    if mask.shape != grad_output.shape:
        raise ValueError(f"mask has shape {tuple(mask.shape)}, and grad_output has shape {tuple(grad_output.shape)}")
    return torch.mul(grad_output, mask)
