"""The same in PyTorch.  `torch.pca_lowrank` does it for large matrices, by a randomised algorithm; note its `center=True`, and
that its components are columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def pca(x: Float[Tensor, "N D"], k: int) -> tuple[Float[Tensor, " D"], Float[Tensor, "k D"], Float[Tensor, ""]]:
    """Find the mean, the first principal components, and what is lost if only these are kept."""
    if not 1 <= k <= x.shape[1]:
        raise ValueError(f"k must be from 1 to {x.shape[1]}, the number of features, got {k}")
    mean = x.mean(dim=0)
    # equivalent: , full_matrices=False => (nothing), because only the other factor gets larger.
    # equivalent: x - mean => mean - x, because the sign of the components is chosen below.
    # equivalent: False => True, because only the other factor gets larger.
    _, s, v = torch.linalg.svd(x - mean, full_matrices=False)

    components = v[:k]
    sign = torch.sign(components.amax(dim=1, keepdim=True) + components.amin(dim=1, keepdim=True))  # of the larger of the two
    # equivalent: components * sign => components / sign, because a sign is 1 or -1.
    return mean, components * sign, (s[k:] ** 2).sum() / x.numel()
