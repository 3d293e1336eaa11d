"""The same in PyTorch, from primitives.  With "step" no gradient comes back, and the neuron cannot learn by descending; with any
other activation, autograd finds the way to every weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def neuron(x: Float[Tensor, "N D"], weight: Float[Tensor, " D"], bias: float, activation: str) -> Float[Tensor, " N"]:
    """Compute the output of one neuron for every example of a batch."""
    z = x @ weight + bias
    if activation == "identity":
        return z
    if activation == "step":
        return (z > 0).to(z.dtype)
    if activation == "sigmoid":
        return torch.sigmoid(z)
    if activation == "tanh":
        return torch.tanh(z)
    if activation == "relu":
        return torch.relu(z)
    raise ValueError(f"activation must be identity, step, sigmoid, tanh or relu, got {activation!r}")
