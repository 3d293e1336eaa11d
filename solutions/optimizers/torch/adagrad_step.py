"""The same in PyTorch, without change: a sum in one line, and a step in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def adagrad_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    square_sum: Float[Tensor, "*shape"],
    lr: float = 1e-2,
    eps: float = 1e-10,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Move every parameter by `lr` times its gradient, measured in all gradients that it has had."""
    square_sum = square_sum + grad.square()
    return param - lr * grad / (torch.sqrt(square_sum) + eps), square_sum
