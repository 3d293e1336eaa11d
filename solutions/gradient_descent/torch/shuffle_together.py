"""The same in PyTorch, from primitives.  Gradients find their way back through the indexing, each to its own sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Int, Num
    from torch import Tensor


def shuffle_together(
    x: Num[Tensor, "n *features"],
    y: Num[Tensor, "n *label"],
    perm: Int[Tensor, "n"],
) -> tuple[Num[Tensor, "n *features"], Num[Tensor, "n *label"]]:
    """Put samples and labels into the order of one permutation."""
    if len(y) != len(x):
        raise ValueError(f"y has {len(y)} labels for {len(x)} samples")
    if perm.sort().values.tolist() != list(range(len(x))):
        raise ValueError(f"perm must contain every number from 0 to {len(x) - 1} once")
    return torch.index_select(x, 0, perm), torch.index_select(y, 0, perm)
