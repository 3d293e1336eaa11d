"""The same in PyTorch, from primitives.  `torch.sigmoid` comes with PyTorch and never overflows.  The sum of a vector is a tensor
without axes, and gradients flow through it; a Python number in its place would end them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def forward_221(
    x: Float[Tensor, " 2"],
    params: dict[str, Float[Tensor, "..."] | float],
) -> dict[str, Float[Tensor, "..."]]:
    """Compute both sums and both activations of a 2-2-1 network of sigmoids."""
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = (params["weight2"] * a1).sum() + params["bias2"]
    y_hat = torch.sigmoid(z2)
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
