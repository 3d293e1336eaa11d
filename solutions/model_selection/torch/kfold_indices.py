"""The same in PyTorch, from primitives.  `split` knows the sizes of its pieces, and `cat` makes a new tensor of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Int
    from torch import Tensor


def kfold_indices(perm: Int[Tensor, "n"], k: int) -> list[tuple[Int[Tensor, "n_train"], Int[Tensor, "n_val"]]]:
    """Cut a permutation of all samples into the training and validation sets of k rounds."""
    n = len(perm)
    if not 2 <= k <= n:
        raise ValueError(f"k must lie between 2 and {n}, got {k}")
    folds = perm.split([n // k + (i < n % k) for i in range(k)])
    return [(torch.cat(folds[:i] + folds[i + 1 :]), folds[i].clone()) for i in range(k)]
