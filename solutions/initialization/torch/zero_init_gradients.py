"""The same in PyTorch, from primitives: what `loss.backward()` would leave in the `.grad` of two linear layers that are
full of one number, as `torch.nn.init.constant_` makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def zero_init_gradients(
    x: Float[Tensor, "N D"],
    target: Float[Tensor, " N"],
    hidden: int,
    act: str,
    value: float = 0.0,
) -> dict[str, Float[Tensor, "..."]]:
    """Compute the gradients of a network with one hidden layer whose weights all have the same value."""
    weight1 = x.new_full((hidden, x.shape[1]), value)
    weight2 = x.new_full((1, hidden), value)

    a, slope = _activation(x @ weight1.T, act)
    p = torch.sigmoid(a @ weight2.T)

    delta2 = (p - target[:, None]) / len(x)  # (N, 1), the gradient by the sum in front of p
    delta1 = delta2 * weight2 * slope  # (N, hidden), by z
    return {"weight1": delta1.T @ x, "bias1": delta1.sum(dim=0), "weight2": delta2.T @ a, "bias2": delta2.sum(dim=0)}


def _activation(z: Float[Tensor, "N H"], act: str) -> tuple[Float[Tensor, "N H"], Tensor]:
    """The hidden activations, and their slopes; those of a ReLU are yes or no."""
    if act == "tanh":
        a = torch.tanh(z)
        return a, 1 - a * a
    if act == "relu":
        return torch.clamp(z, min=0), z > 0
    if act == "sigmoid":
        a = torch.sigmoid(z)
        return a, a * (1 - a)
    raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
