"""The same in PyTorch, from primitives.  Autograd sends the gradient down the side that `torch.where` chose: 1 where x is
positive and 0 elsewhere.  At zero itself both are defensible; with `<=` it is 0, as in PyTorch's own ReLU.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def relu(x: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Replace every negative element of `x` by zero."""
    # NaN <= 0 is false, so NaN stays; a plain number 0 has no dtype and no device that could differ from those of x.
    return torch.where(x <= 0, 0, x)
