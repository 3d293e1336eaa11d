"""The same in PyTorch, from primitives.  This is what a DataLoader with shuffle=True does with torch.randperm(n), before it
fetches the samples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Int
    from torch import Tensor


def minibatches(perm: Int[Tensor, "n"], batch_size: int, drop_last: bool = False) -> list[Int[Tensor, "batch"]]:
    """Cut a permutation of all samples into the batches of one epoch."""
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if perm.sort().values.tolist() != list(range(len(perm))):
        raise ValueError(f"perm must contain every number from 0 to {len(perm) - 1} once")
    batches = [batch.clone() for batch in perm.split(batch_size)]
    return [batch for batch in batches if 0 < len(batch) and (len(batch) == batch_size or not drop_last)]
