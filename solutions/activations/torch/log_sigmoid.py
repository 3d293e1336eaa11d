"""The same in PyTorch, from primitives.  Its gradient is the sigmoid of -x, which does not vanish where the classifier is wrong;
the logarithm of a sigmoid that became 0 would have the gradient NaN, and one such example spoils a whole training step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def log_sigmoid(x: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Compute the logarithm of the sigmoid of every element of `x`."""
    # At a tie torch.minimum halves the gradient, and the slope at zero is the right 1/2.  torch.clamp would make it 1.
    return torch.minimum(x, torch.zeros_like(x)) - torch.log1p(torch.exp(-torch.abs(x)))
