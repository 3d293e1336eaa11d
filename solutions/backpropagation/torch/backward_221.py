"""The same in PyTorch, from primitives.  These are the numbers that `backward` leaves in the `.grad` of each parameter.  Written
by hand they are ordinary tensors, so autograd can go through them once more: that gives second derivatives of the cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def backward_221(
    x: Float[Tensor, " 2"],
    y: float,
    params: dict[str, Float[Tensor, "..."] | float],
) -> dict[str, Float[Tensor, "..."]]:
    """Compute the gradients of half the squared error of a 2-2-1 network of sigmoids."""
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = torch.sigmoid((params["weight2"] * a1).sum() + params["bias2"])

    delta2 = (y_hat - y) * y_hat * (1 - y_hat)  # dC/dz2, a tensor without axes
    delta1 = delta2 * params["weight2"] * a1 * (1 - a1)  # dC/dz1, one for each hidden neuron
    return {"weight1": torch.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}
