"""The same in PyTorch, from primitives.  A fused kernel does just this in two passes over the batch: one for two averages, which
are the gradients by weight and bias up to a factor, and one for the gradient by x.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def batchnorm_backward(
    grad_output: Float[Tensor, "N D"],
    x: Float[Tensor, "N D"],
    weight: Float[Tensor, "D"],
    eps: float = 1e-5,
) -> tuple[Float[Tensor, "N D"], Float[Tensor, "D"], Float[Tensor, "D"]]:
    """Turn the gradient of a batch norm's output in training into the gradients of its input, its scale and its shift."""
    centred = x - x.mean(dim=0)
    root = torch.sqrt(torch.mean(centred * centred, dim=0) + eps)
    normalized = centred / root
    along = torch.mean(grad_output * normalized, dim=0)
    dx = weight / root * (grad_output - grad_output.mean(dim=0) - normalized * along)
    return dx, torch.sum(grad_output * normalized, dim=0), torch.sum(grad_output, dim=0)
