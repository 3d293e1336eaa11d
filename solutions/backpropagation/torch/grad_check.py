"""The same in PyTorch, from primitives.  `torch.autograd.gradcheck` goes further: it takes the function itself, in float64, and
compares absolute and relative error in one, |a - n| <= atol + rtol |n|, for every entry of the Jacobian.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def grad_check(
    analytic: Float[Tensor, "*shape"],
    numeric: Float[Tensor, "*shape"],
    tol: float = 1e-6,
) -> tuple[bool, float]:
    """Compare two gradients by the relative error of the worst entry."""
    if analytic.shape != numeric.shape:
        raise ValueError(f"numeric has shape {tuple(numeric.shape)}, and analytic has shape {tuple(analytic.shape)}")
    size = (analytic.abs() + numeric.abs()).clamp(min=1e-8)
    # equivalent: analytic - numeric => numeric - analytic, because the absolute value is the same.
    error = ((analytic - numeric).abs() / size).max()
    return error <= tol, error
