"""The same in PyTorch, from primitives.  This sum is what autograd leaves in `layer.bias.grad`, for any operation in which a
tensor was broadcast: it adds up along every axis that was stretched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dense_bias_grad(grad_output: Float[Tensor, "N H"], shared: bool = False) -> Float[Tensor, " H"] | Float[Tensor, ""]:
    """Turn the gradient by a layer's weighted sums into the gradient by its biases."""
    return grad_output.sum() if shared else torch.sum(grad_output, dim=0)
