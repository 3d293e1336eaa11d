"""The same in PyTorch.  `torch.optim.SGD` does this in place, under `no_grad`, and keeps the buffer in its `state`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def momentum_step(
    param: Float[Tensor, "*shape"],
    grad: Float[Tensor, "*shape"],
    momentum_buffer: Float[Tensor, "*shape"],
    lr: float,
    momentum: float = 0.9,
    nesterov: bool = False,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Move the parameters along a sum of gradients that forgets slowly."""
    if not 0 <= momentum < 1:
        raise ValueError(f"momentum must be at least 0 and below 1, got {momentum}")

    momentum_buffer = torch.add(grad, momentum_buffer, alpha=momentum)
    direction = torch.add(grad, momentum_buffer, alpha=momentum) if nesterov else momentum_buffer
    return torch.sub(param, direction, alpha=lr), momentum_buffer
