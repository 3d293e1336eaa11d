"""The same in PyTorch.  Autograd knows more than the formula shows: the gradient by the state is minus the sum that a unit hears
from the others, so to give in to it is to walk downhill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def hopfield_energy(state: Float[Tensor, "*batch N"], weight: Float[Tensor, "N N"]) -> Float[Tensor, "*batch"]:
    """Compute the energy of each state."""
    return -(state @ weight * state).sum(dim=-1) / 2
