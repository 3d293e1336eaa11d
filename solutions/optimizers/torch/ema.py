"""The same in PyTorch.  A loop over time and `torch.stack` at the end: autograd follows it, where assignments into a result that
is allocated beforehand would cost a copy for each step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def ema(x: Float[Tensor, "T *rest"], beta: float, bias_correction: bool = True) -> Float[Tensor, "T *rest"]:
    """Average a series over time, with weights that fall exponentially into the past."""
    if not 0 <= beta < 1:
        raise ValueError(f"beta must be at least 0 and below 1, got {beta}")

    averages = []
    average = 0.0  # a tensor from the first step on
    for t, value in enumerate(x, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return torch.stack(averages)
