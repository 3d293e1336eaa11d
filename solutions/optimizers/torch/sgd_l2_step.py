"""The same in PyTorch.  `torch.optim.SGD` does it in this order, too: the decay is added to the gradient first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sgd_l2_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    lr: float,
    weight_decay: float,
) -> Float[Tensor, "*shape"]:
    """Move the parameters down the gradient of the loss with its penalty."""
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")

    return torch.add(param, grad + weight_decay * param, alpha=-lr)
