"""The same in PyTorch, from primitives.  PyTorch itself only warns where the shapes differ, and broadcasts; the loss that comes
out belongs to another question, and nothing crashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def mse_loss(
    input: Float[Tensor, "*shape"], target: Float[Tensor, "*shape"]
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute the mean squared error and its gradient."""
    if target.shape != input.shape:
        raise ValueError(f"target has shape {tuple(target.shape)}, and input has shape {tuple(input.shape)}")
    error = input - target
    return torch.mean(error * error), 2 * error / error.numel()
