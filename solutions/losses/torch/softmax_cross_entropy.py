"""The same in PyTorch, from primitives.  PyTorch's own CrossEntropyLoss does all of this: whoever puts a softmax in front of it
applies softmax twice, and wonders why the loss never reaches zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def softmax_cross_entropy(
    input: Float[Tensor, "N C"],
    target: Int[Tensor, " N"],
    label_smoothing: float = 0.0,
) -> tuple[Float[Tensor, ""], Float[Tensor, "N C"]]:
    """Compute the mean cross-entropy of raw scores with class labels, and its gradient."""
    rows, classes = input.shape
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"label_smoothing must lie between 0 and 1, got {label_smoothing}")
    if torch.any((target < 0) | (target >= classes)):
        raise ValueError(f"target must hold indices from 0 to {classes - 1}, got {target.tolist()}")

    log_p = torch.log_softmax(input, dim=1)
    share = label_smoothing / classes
    q = torch.full_like(input, share).scatter(1, target[:, None], share + 1 - label_smoothing)
    return -(q * log_p).sum() / rows, (torch.exp(log_p) - q) / rows
