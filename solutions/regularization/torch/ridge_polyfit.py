"""The same in PyTorch, from primitives.  `torch.linalg.lstsq` wants the right-hand side as a column, and its gradients flow: how
the curve answers to each point can be asked of autograd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def ridge_polyfit(x: Float[Tensor, "n"], y: Float[Tensor, "n"], degree: int, lam: float = 0.0) -> Float[Tensor, "degree+1"]:
    """Fit a polynomial by least squares with a ridge penalty on all coefficients but the intercept."""
    if lam < 0:
        raise ValueError(f"lam must be at least 0, got {lam}")
    powers = torch.stack([x**k for k in range(degree + 1)], dim=1)
    penalty = torch.diag(x.new_full((degree + 1,), lam**0.5))[1:]
    rows = torch.cat([powers, penalty])
    return torch.linalg.lstsq(rows, torch.cat([y, y.new_zeros(degree)])[:, None]).solution.squeeze(1)
