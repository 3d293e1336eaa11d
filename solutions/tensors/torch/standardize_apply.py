"""The same in PyTorch.  `torchvision.transforms.Normalize` is this with one mean and std for each channel of an image."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def standardize_apply(x: Float[Tensor, "N D"], mean: Float[Tensor, "D"], std: Float[Tensor, "D"]) -> Float[Tensor, "N D"]:
    """Turn values into z-scores with a given mean and standard deviation for each column."""
    return (x - mean) / torch.where(std == 0, 1, std)
