"""The same in PyTorch, from primitives.  A slice of a tensor is a view, so what is kept is cloned; and `if` asks a tensor without
axes for a single yes or no, which on a GPU means to wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def merge_identical_units(
    weight1: Float[Tensor, "H D"],
    bias1: Float[Tensor, " H"],
    weight2: Float[Tensor, "O H"],
    tol: float = 1e-6,
) -> tuple[Float[Tensor, "1 D"], Float[Tensor, " 1"], Float[Tensor, "O 1"]]:
    """Replace a hidden layer of identical units by one unit that does the same."""
    # equivalent: weight1 - weight1[0] => weight1[0] - weight1, because a distance has no sign.
    if (torch.abs(weight1 - weight1[0]) > tol).any():
        raise ValueError("weight1 differs between the hidden units")
    # equivalent: bias1 - bias1[0] => bias1[0] - bias1, because a distance has no sign.
    if (torch.abs(bias1 - bias1[0]) > tol).any():
        raise ValueError("bias1 differs between the hidden units")
    return weight1[:1].clone(), bias1[:1].clone(), weight2.sum(dim=1, keepdim=True)
