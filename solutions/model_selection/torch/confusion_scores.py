"""The same in PyTorch, from primitives.  Whole numbers divided by each other would give float32, hence the hits in float64."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def confusion_scores(
    y: Int[Tensor, "n"], pred: Int[Tensor, "n"], num_classes: int
) -> dict[str, Int[Tensor, "C C"] | Float[Tensor, ""] | Float[Tensor, "C"]]:
    """Count who was taken for whom, and score every class."""
    if y.min() < 0 or y.max() >= num_classes:
        raise ValueError(f"y must hold classes from 0 to {num_classes - 1}")
    if pred.min() < 0 or pred.max() >= num_classes:
        raise ValueError(f"pred must hold classes from 0 to {num_classes - 1}")
    confusion = torch.bincount(y * num_classes + pred, minlength=num_classes**2).reshape(num_classes, num_classes)
    hits, predicted, actual = confusion.diag().double(), confusion.sum(0), confusion.sum(1)
    return {
        "confusion": confusion,
        "accuracy": hits.sum() / len(y),
        "precision": hits / predicted.clamp(min=1),
        "recall": hits / actual.clamp(min=1),
        "f1": hits / ((predicted + actual) / 2).clamp(min=1),
    }
