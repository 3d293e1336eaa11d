"""The same in PyTorch, from primitives.  Each comparison waits for the device before the next step can begin, and
what was a machine of its own in 1958 is the worst imaginable program for a GPU.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def perceptron_fit(x: Float[Tensor, "N D"], target: Int[Tensor, " N"], max_epochs: int = 100) -> dict[str, Any]:
    """Train a perceptron until it makes no mistake, or for a number of epochs."""
    if torch.any(torch.abs(target) != 1):
        raise ValueError(f"target must hold -1 and +1 only, got {target.tolist()}")
    weight, bias = x.new_zeros(x.shape[1]), 0.0
    history = []
    for _ in range(max_epochs):
        history.append(0)
        for i, label in enumerate(target):
            if label * ((weight * x[i]).sum() + bias) <= 0:
                weight, bias = weight + label * x[i], bias + label
                history[-1] += 1
        if history[-1] == 0:
            break
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}
