"""The same in PyTorch.  Single singular vectors have no derivative where two singular values are equal; the projector onto all of
them always has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def subspace_distance(a: Float[Tensor, "D Ka"], b: Float[Tensor, "D Kb"]) -> Float[Tensor, ""]:
    """Compute the Frobenius distance between the orthogonal projectors onto two column spaces."""
    if b.shape[0] != a.shape[0]:
        raise ValueError(f"b has {b.shape[0]} rows, and a has {a.shape[0]}")
    # equivalent: _projector(a) - _projector(b) => _projector(b) - _projector(a), because a norm has no sign.
    return torch.linalg.vector_norm(_projector(a) - _projector(b))


def _projector(a: Float[Tensor, "D K"]) -> Float[Tensor, "D D"]:
    """The matrix that sends a vector to the nearest point of the column space of `a`."""
    u, s, _ = torch.linalg.svd(a, full_matrices=False)
    basis = u[:, s > 1e-5 * s[0]]
    # equivalent: basis @ basis.T => -(basis @ basis.T), because then both change their sign, and a norm has none.
    return basis @ basis.T
