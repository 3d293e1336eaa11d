"""The same in PyTorch, from primitives.  The gradient is 1 where x is positive and the slope where it is negative; at zero itself
it is the mean of the two, because at a tie `maximum` and `minimum` halve theirs (`clamp` does not, and would give their sum).
A slope that is itself a tensor, as in a parametric ReLU, is learnt along with everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def leaky_relu(x: Float[Tensor, "*shape"], negative_slope: float = 0.01) -> Float[Tensor, "*shape"]:
    """Keep what is positive and scale what is negative."""
    zero = torch.zeros_like(x)
    return torch.maximum(x, zero) + negative_slope * torch.minimum(x, zero)  # one of the two parts is always zero
