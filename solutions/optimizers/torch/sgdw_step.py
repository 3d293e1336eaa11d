"""The same in PyTorch.  `torch.optim.SGD` puts its weight decay into the buffer; this one keeps it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sgdw_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    momentum_buffer: Float[Tensor, "*shape"],
    lr: float,
    momentum: float = 0.9,
    weight_decay: float = 0.01,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Shrink the parameters, and move them by the momentum buffer."""
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")

    momentum_buffer = momentum * momentum_buffer + grad
    return (1 - lr * weight_decay) * param - lr * momentum_buffer, momentum_buffer
