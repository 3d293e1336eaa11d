"""The same in PyTorch, from primitives.  A mask is a tensor of booleans, and a product with it keeps the dtype of the gradient.
For autograd `x` is used twice, by a product and by a sum, and it adds up both gradients without being told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def residual_backward(
    grad_output: Float[Tensor, "N O"],
    x: Float[Tensor, "N I"],
    weight1: Float[Tensor, "H I"],
    bias1: Float[Tensor, "H"],
    weight2: Float[Tensor, "O H"],
    bias2: Float[Tensor, "O"],
    proj: Float[Tensor, "O I"] | None = None,
) -> tuple[Float[Tensor, "..."], ...]:
    """Turn the gradient by the output of a residual block into the gradients by all that went in."""
    z1 = x @ weight1.T + bias1
    hidden = torch.relu(z1)
    z2 = (x if proj is None else x @ proj.T) + hidden @ weight2.T + bias2
    delta2 = grad_output * (z2 > 0)
    delta1 = (delta2 @ weight2) * (z1 > 0)
    layers = delta1.T @ x, delta1.sum(dim=0), delta2.T @ hidden, delta2.sum(dim=0)
    if proj is None:
        return delta1 @ weight1 + delta2, *layers
    return delta1 @ weight1 + delta2 @ proj, *layers, delta2.T @ x
