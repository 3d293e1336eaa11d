"""The same in PyTorch.  The labels have no gradient, but the means have one, and so has the inertia: autograd takes the
assignment as given, as Lloyd does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def kmeans_step(
    x: Float[Tensor, "N D"], centroids: Float[Tensor, "K D"]
) -> tuple[Int[Tensor, "N"], Float[Tensor, "K D"], Float[Tensor, ""]]:
    """Assign every point to its nearest centroid and move the centroids to the means of their points."""
    # equivalent: x[:, None] - centroids => centroids - x[:, None], because the sign is lost in the square
    distances = ((x[:, None] - centroids) ** 2).sum(dim=-1)
    labels = distances.argmin(dim=1)
    updated = [x[labels == k].mean(dim=0) if (labels == k).any() else old for k, old in enumerate(centroids)]
    return labels, torch.stack(updated), distances.amin(dim=1).sum()
