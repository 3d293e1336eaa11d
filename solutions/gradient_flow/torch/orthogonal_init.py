"""The same in PyTorch, from primitives.  `torch.nn.init.orthogonal_` draws the Gaussian matrix itself and goes on likewise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def orthogonal_init(gaussian: Float[Tensor, "rows cols"], gain: float = 1.0) -> Float[Tensor, "rows cols"]:
    """Make the columns of a matrix orthonormal, or its rows if there are fewer of them, and scale."""
    if gaussian.ndim != 2:
        raise ValueError(f"gaussian must have two axes, got {gaussian.ndim}")
    rows, cols = gaussian.shape
    q, r = torch.linalg.qr(gaussian.T if rows < cols else gaussian)
    # equivalent: * => /, because a sign is 1 or -1.
    q = q * torch.sign(torch.diagonal(r))
    return gain * (q.T if rows < cols else q)
