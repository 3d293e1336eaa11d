"""The same in PyTorch, from primitives.  The names `weight` and `head` are bound anew in each step, so the caller's tensors stay
as they are; an optimizer would change them in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def two_stage_vs_joint(
    x: Float[Tensor, "N D"],
    target: Float[Tensor, "N"],
    x_val: Float[Tensor, "M D"],
    target_val: Float[Tensor, "M"],
    weight: Float[Tensor, "H D"],
    lr: float,
    steps: int,
) -> tuple[Float[Tensor, "steps+1"], Float[Tensor, "steps+1"]]:
    """Follow the training and validation errors from the best head on frozen features through joint training."""

    def error(x, target):
        y = torch.tanh(x @ weight.T) @ head
        # equivalent: y - target => target - y, because it is squared
        return torch.mean((y - target) ** 2)

    head = torch.linalg.lstsq(torch.tanh(x @ weight.T), target).solution
    train, val = [error(x, target)], [error(x_val, target_val)]
    for _ in range(steps):
        h = torch.tanh(x @ weight.T)
        grad_output = 2 / len(x) * (h @ head - target)
        grad_h = torch.outer(grad_output, head)
        weight = weight - lr * (grad_h * (1 - h * h)).T @ x
        head = head - lr * grad_output @ h
        train.append(error(x, target))
        val.append(error(x_val, target_val))
    return torch.stack(train), torch.stack(val)
