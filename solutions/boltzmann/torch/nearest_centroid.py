"""The same in PyTorch. Take the class means of embeddings instead of raw points, and you have a prototypical network for
few-shot learning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def nearest_centroid(x_train: Float[Tensor, "N D"], y_train: Int[Tensor, "N"], x_test: Float[Tensor, "M D"]) -> Int[Tensor, "M"]:
    """Classify points by the nearest class mean."""
    classes = torch.unique(y_train)
    centroids = torch.stack([x_train[y_train == k].mean(dim=0) for k in classes])
    # equivalent: sum => mean, because the smallest sum is the smallest mean
    # equivalent: x_test[:, None] - centroids => centroids - x_test[:, None], because the sign is lost in the square
    return classes[((x_test[:, None] - centroids) ** 2).sum(dim=-1).argmin(dim=1)]
