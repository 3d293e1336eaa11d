"""The same in PyTorch, from primitives.  The gradient is 1 where x is positive and 0 where it is negative.  At zero itself all
between is defensible: at a tie `torch.maximum` sends half to either side, PyTorch's own ReLU gives 0, and `torch.clamp` 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def relu(x: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Replace every negative element of `x` by zero."""
    return torch.maximum(x, torch.zeros_like(x))  # hands NaN on, and zeros_like has the dtype and the device of x
