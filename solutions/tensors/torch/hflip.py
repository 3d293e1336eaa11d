"""The same in PyTorch, whose tensors know no negative steps: `flip` copies.  RandomHorizontalFlip of torchvision draws
the flags itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor


def hflip(x: Float[Tensor, "N C H W"], flags: Bool[Tensor, "N"]) -> Float[Tensor, "N C H W"]:
    """Mirror the flagged images of a batch from left to right."""
    if flags.shape != x.shape[:1]:
        raise ValueError(f"flags must have shape {tuple(x.shape[:1])}, and has {tuple(flags.shape)}")
    return torch.where(flags[:, None, None, None], x.flip(-1), x)
