"""The same in PyTorch, from primitives.  Like in NumPy, it is enough to raise the weights of the wrong ones before dividing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def adaboost_round(
    w: Float[Tensor, "n"], y: Int[Tensor, "n"], pred: Int[Tensor, "n"]
) -> tuple[Float[Tensor, ""], Float[Tensor, "n"]]:
    """Weigh the vote of a classifier, and the samples for the next one."""
    wrong = pred != y
    error = w[wrong].sum() / w.sum()
    if not 0 < error < 0.5:
        raise ValueError(f"pred must have a weighted error between 0 and 1/2, got {error}")
    factor = (1 - error) / error
    weights = torch.where(wrong, w * factor, w)
    return factor.log() / 2, weights / weights.sum()
