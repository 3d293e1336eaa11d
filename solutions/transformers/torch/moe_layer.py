"""The same in PyTorch, from primitives.  Each expert sees its own tokens, all at once; `index_add` puts their rows back, and
autograd finds its way through weights and experts, though not through the choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def moe_layer(
    x: Float[Tensor, "N D"],
    gate_weight: Float[Tensor, "E D"],
    weight_in: Float[Tensor, "E H D"],
    weight_out: Float[Tensor, "E D H"],
    k: int,
) -> Float[Tensor, "N D"]:
    """Send each token through its k best experts and add up their outputs, weighed by the router."""
    experts = len(gate_weight)
    if not 1 <= k <= experts:
        raise ValueError(f"k must be from 1 to {experts}, got {k}")
    ordered, order = torch.sort(x @ gate_weight.T, descending=True, stable=True)
    weights, chosen = torch.softmax(ordered[:, :k], dim=1), order[:, :k]
    y = torch.zeros_like(x)
    for expert in range(experts):
        rows, places = torch.nonzero(chosen == expert, as_tuple=True)
        hidden = torch.relu(x[rows] @ weight_in[expert].T)
        y = y.index_add(0, rows, weights[rows, places][:, None] * (hidden @ weight_out[expert].T))
    return y
