"""The same in PyTorch, from primitives.  Copy the result into `nn.Sequential(nn.Linear(1, n - 1), nn.ReLU(), nn.Linear(n - 1,
1))`, and its training loss is zero without a single step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def relu_interpolator(x: Float[Tensor, "n"], y: Float[Tensor, "n"]) -> dict[str, Float[Tensor, "..."]]:
    """Find the weights of a network with one hidden layer that passes through all points."""
    x, order = torch.sort(x)
    y = y[order]
    if (x[1:] == x[:-1]).any():
        raise ValueError("x must not hold the same number twice")
    slopes = torch.diff(y) / torch.diff(x)
    changes = torch.cat([slopes[:1], torch.diff(slopes)])
    return {"weight1": torch.ones_like(x[1:, None]), "bias1": -x[:-1], "weight2": changes[None], "bias2": y[:1]}
