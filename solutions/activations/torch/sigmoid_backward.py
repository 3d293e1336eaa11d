"""The same in PyTorch, from primitives.  This is what autograd does for you when a sigmoid is on the way: like this function it
keeps the output y and not x.  And as it consists of tensor operations, you can differentiate it once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sigmoid_backward(grad_output: Float[Tensor, "*shape"], y: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Turn the gradient of the loss by the sigmoid's output into the gradient by its input."""
    return torch.mul(grad_output, y * (1 - y))
