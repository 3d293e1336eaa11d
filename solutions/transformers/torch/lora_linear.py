"""The same in PyTorch, from primitives.  In training `weight` and `bias` do not require gradients, so the optimizer keeps no
state for them: that saves more memory than the thin matrices cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def lora_linear(
    x: Float[Tensor, "*rows I"],
    weight: Float[Tensor, "O I"],
    bias: Float[Tensor, "O"],
    lora_a: Float[Tensor, "R I"],
    lora_b: Float[Tensor, "O R"],
    alpha: float,
) -> Float[Tensor, "*rows O"]:
    """Apply a linear layer whose weight is changed by a product of two thin matrices."""
    change = torch.matmul(torch.matmul(x, lora_a.T), lora_b.T)
    return torch.matmul(x, weight.T) + bias + alpha / len(lora_a) * change
