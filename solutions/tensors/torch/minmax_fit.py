"""The same in PyTorch.  `amin` and `amax` are what NumPy calls min and max; `min(dim=0)` returns the places as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def minmax_fit(x: Float[Tensor, "N D"]) -> tuple[Float[Tensor, "D"], Float[Tensor, "D"]]:
    """Find the smallest and the largest value of every column."""
    if len(x) == 0:
        raise ValueError("x has no rows")
    return x.amin(dim=0), x.amax(dim=0)
