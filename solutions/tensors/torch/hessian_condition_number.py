"""The same in PyTorch, where `torch.linalg.svdvals` are the singular values alone.  `item` makes a plain number of the result."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def hessian_condition_number(x: Float[Tensor, "N D"]) -> float:
    """Find the condition number of the Hessian of least squares, X^T X / N."""
    lengths = torch.linalg.svdvals(x)  # from the largest to the smallest
    least = lengths[0] * max(x.shape) * torch.finfo(x.dtype).eps
    if len(x) < x.shape[1] or lengths[-1] <= least:
        return math.inf
    # equivalent: (lengths[0] / lengths[-1]).item() => (lengths[0] / lengths[-1]), because a tensor without axes is a number.
    return (lengths[0] / lengths[-1]).item() ** 2
