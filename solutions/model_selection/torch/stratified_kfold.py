"""The same in PyTorch, from primitives.  `argsort` is stable only if you ask for it, as in NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Int
    from torch import Tensor


def stratified_kfold(y: Int[Tensor, "n"], k: int) -> list[tuple[Int[Tensor, "n_train"], Int[Tensor, "n_val"]]]:
    """Deal the samples of every class to k folds in turn."""
    n = len(y)
    if not 2 <= k <= n:
        raise ValueError(f"k must lie between 2 and {n}, got {k}")
    fold = torch.argsort(torch.argsort(y, stable=True)) % k  # the inverse of a permutation: where each sample stands
    return [((fold != i).nonzero().squeeze(1), (fold == i).nonzero().squeeze(1)) for i in range(k)]
