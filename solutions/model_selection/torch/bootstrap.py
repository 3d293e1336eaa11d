"""The same in PyTorch, from primitives.  Rows are numbered by int64, PyTorch's type for indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def bootstrap(u: Float[Tensor, "n"]) -> tuple[Int[Tensor, "n"], Int[Tensor, "n_oob"]]:
    """Draw as many rows as there are, with replacement, and tell which were never drawn."""
    if ((u < 0) | (u > 1)).any():
        raise ValueError("u must lie between 0 and 1")
    n = len(u)
    idx = (u * n).long().clamp(max=n - 1)
    return idx, (torch.bincount(idx, minlength=n) == 0).nonzero().squeeze(1)
