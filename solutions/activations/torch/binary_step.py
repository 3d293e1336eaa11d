"""The same in PyTorch, from primitives.  No gradient comes back: a comparison has none, and the result has no grad_fn.  A network
with this in it trains only with an invented slope, a straight-through estimator (Bengio, Léonard and Courville 2013).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def binary_step(x: Float[Tensor, "*shape"], threshold: float = 0.0) -> Float[Tensor, "*shape"]:
    """Turn every element of `x` into 1 if it is above a threshold, and into 0 if it is not."""
    return (x > threshold).to(x.dtype)
