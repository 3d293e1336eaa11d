"""The same in PyTorch, from primitives.  A loop that walks back through time, as autograd would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def cell_gradient(f: Float[Tensor, "N T H"]) -> Float[Tensor, "N T H"]:
    """Multiply up the forget gates that lie between each cell and the last one."""
    found = [f.new_ones(len(f), f.shape[2])]
    for t in range(f.shape[1] - 1, 0, -1):
        found.append(found[-1] * f[:, t])
    return torch.stack(found[::-1], dim=1)
