"""The same in PyTorch, from primitives.  It is the step that torch.optim.SGD makes after the backward pass of a linear layer with
one output and binary cross-entropy from logits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def logistic_step(
    weight: Float[Tensor, " D"],
    bias: float,
    x: Float[Tensor, " D"],
    target: int,
    lr: float,
) -> tuple[Float[Tensor, " D"], float | Float[Tensor, ""]]:
    """Update a logistic regression with one example, by a step of gradient descent."""
    if abs(target) != 1:
        raise ValueError(f"target must be -1 or +1, got {target}")
    margin = target * (torch.sum(weight * x) + bias)
    # equivalent: lr * torch.sigmoid(-margin) * target => lr * torch.sigmoid(-margin) / target, because target is -1 or +1.
    step = lr * torch.sigmoid(-margin) * target
    return weight + step * x, bias + step
