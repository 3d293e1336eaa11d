"""The same in PyTorch, without change: a moving average in one line, and a step in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def rmsprop_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    square_avg: Float[Tensor, "*shape"],
    lr: float = 1e-2,
    alpha: float = 0.99,
    eps: float = 1e-8,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Move every parameter by `lr` times its gradient, measured in typical gradients."""
    square_avg = alpha * square_avg + (1 - alpha) * grad.square()
    return param - lr * grad / (torch.sqrt(square_avg) + eps), square_avg
