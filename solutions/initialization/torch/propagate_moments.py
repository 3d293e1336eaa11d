"""The same in PyTorch, from primitives.  In a network of modules a forward hook on each layer would note the same numbers, and
that is a good first look at any model that does not train.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def propagate_moments(
    x: Float[Tensor, "N D"],
    weight: Float[Tensor, "L D D"],
    std: float,
    act: str,
) -> Float[Tensor, " L+1"]:
    """Measure the second moment of a signal before the first layer and after each layer."""
    activations = {"relu": torch.relu, "tanh": torch.tanh, "identity": torch.positive}
    if act not in activations:
        raise ValueError(f"act must be relu, tanh or identity, got {act!r}")
    a, moments = x, [(x * x).mean()]
    for layer in weight:
        a = activations[act](std * (a @ layer.T))
        moments.append((a * a).mean())
    return torch.stack(moments)
