"""The same in PyTorch, from primitives.  In a training loop, p.grad does the adding up: zero it once, call backward() on each
micro-batch's loss times its share of the samples, then step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def accumulate_gradients(
    grad_fn: Callable[[Float[Tensor, "batch *features"], Float[Tensor, "batch *label"]], Float[Tensor, "*weights"]],
    x: Float[Tensor, "n *features"],
    y: Float[Tensor, "n *label"],
    micro_batch_size: int,
) -> Float[Tensor, "*weights"]:
    """Compute the gradient of a large batch from those of its micro-batches."""
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be at least 1, got {micro_batch_size}")
    y_batches = y.split(micro_batch_size)
    sums = [len(x_batch) * grad_fn(x_batch, y_batches[i]) for i, x_batch in enumerate(x.split(micro_batch_size))]
    return torch.stack(sums).sum(dim=0) / len(x)
