"""The same in PyTorch, from primitives.  A comparison has no gradient, so none reaches u, and to autograd the mask is a constant:
the gradient by x is the mask itself, scale included, which is the whole backward pass of dropout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dropout_forward(
    x: Float[Tensor, "*shape"],
    u: Float[Tensor, "*shape"],
    p: float,
    training: bool = True,
) -> tuple[Float[Tensor, "*shape"], Float[Tensor, "*shape"]]:
    """Drop the entries of x whose random number lies below p, and scale up the others."""
    if not 0 <= p <= 1:
        raise ValueError(f"p must lie between 0 and 1, got {p}")
    if u.shape != x.shape:
        raise ValueError(f"u has shape {tuple(u.shape)}, and x has shape {tuple(x.shape)}")
    if not training:
        return x.clone(), torch.ones_like(x)
    if p == 1:
        mask = torch.zeros_like(x)
    else:
        mask = (u >= p).to(x.dtype) / (1 - p)  # without the conversion True / 0.7 would be float32, whatever x is
    return x * mask, mask
