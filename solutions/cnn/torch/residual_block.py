"""The same in PyTorch, from primitives.  In a ResNet the products are 3x3 convolutions, each with a batch normalization, and
`proj` is a 1x1 convolution; the plus sign between the two paths is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def residual_block(
    x: Float[Tensor, "N I"],
    weight1: Float[Tensor, "H I"],
    bias1: Float[Tensor, "H"],
    weight2: Float[Tensor, "O H"],
    bias2: Float[Tensor, "O"],
    proj: Float[Tensor, "O I"] | None = None,
) -> Float[Tensor, "N O"]:
    """Add what two dense layers compute to their input, and rectify the sum."""
    if proj is None and len(weight2) != x.shape[1]:
        raise ValueError(f"proj is needed to add {x.shape[1]} features to {len(weight2)}")
    hidden = torch.relu(x @ weight1.T + bias1)
    shortcut = x if proj is None else x @ proj.T
    return torch.relu(shortcut + hidden @ weight2.T + bias2)
