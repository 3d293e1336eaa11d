"""The same in PyTorch, from primitives.  Autograd sees the choice and not the condition: the gradient is 1 where x is positive
and the slope elsewhere, and a slope that is itself a tensor, as in a parametric ReLU, is learnt along with everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def leaky_relu(x: Float[Tensor, "*shape"], negative_slope: float = 0.01) -> Float[Tensor, "*shape"]:
    """Keep what is positive and scale what is negative."""
    return torch.where(x > 0, x, negative_slope * x)
