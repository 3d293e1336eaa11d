"""The same in PyTorch.  Beware of `torch.std`, which divides by N - 1 unless it is told `correction=0`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def standardize_fit(x: Float[Tensor, "N D"]) -> tuple[Float[Tensor, "D"], Float[Tensor, "D"]]:
    """Find the mean and the population standard deviation of every column."""
    if len(x) == 0:
        raise ValueError("x has no rows")
    shifted = x - x[0]  # a constant column is zero from here on
    shift = shifted.mean(dim=0)
    # equivalent: shifted - shift => shift - shifted, because a square does not know the sign.
    return x[0] + shift, (shifted - shift).square().mean(dim=0).sqrt()
