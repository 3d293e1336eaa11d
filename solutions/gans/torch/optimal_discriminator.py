"""The same in PyTorch.  The denominator is mended before the division, so that autograd never meets zero divided by zero.
Choosing with `torch.where` afterwards would send NaN back through the branch that it did not take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def optimal_discriminator(p: Float[Tensor, "*shape"], q: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Compute the probability that the optimal discriminator gives to each sample."""
    if q.shape != p.shape:
        raise ValueError(f"q has shape {tuple(q.shape)}, and p has shape {tuple(p.shape)}")
    # equivalent: + => -, because where p equals q the answer is one half anyway.
    nowhere = p + q == 0
    return (p + 0.5 * nowhere) / (p + q + nowhere)
