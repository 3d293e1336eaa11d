"""The same in PyTorch.  `torch.optim.Adam` does this with its argument `weight_decay`: the name promises another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def adam_l2_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    exp_avg: Float[Tensor, "*shape"],
    exp_avg_sq: Float[Tensor, "*shape"],
    step: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Move the parameters by a step of Adam down the loss with its penalty."""
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")

    grad = torch.add(grad, param, alpha=weight_decay)
    exp_avg = torch.lerp(exp_avg, grad, 1 - beta1)
    exp_avg_sq = torch.lerp(exp_avg_sq, grad.square(), 1 - beta2)
    mean = exp_avg / (1 - beta1**step)
    size = torch.sqrt(exp_avg_sq / (1 - beta2**step))
    return param - lr * mean / (size + eps), exp_avg, exp_avg_sq
