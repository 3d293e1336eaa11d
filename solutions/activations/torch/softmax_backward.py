"""The same in PyTorch, from primitives.  This is the vector-Jacobian product that autograd computes where softmax is on the way:
it never builds a Jacobian either, and keeps the output y from the forward pass for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def softmax_backward(grad_output: Float[Tensor, "*shape"], y: Float[Tensor, "*shape"], dim: int = -1) -> Float[Tensor, "*shape"]:
    """Turn the gradient of the loss by the outputs of softmax into the gradient by its scores."""
    average = torch.sum(y * grad_output, dim, keepdim=True)  # weighted by the probabilities of each slice
    return y * (grad_output - average)
