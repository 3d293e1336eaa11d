"""The same in PyTorch, and with autograd: `torch.autograd.grad` takes the gradients of all parameters at once, at one point.
That the units stay alike is not put in here; it comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def train_constant_init(
    x: Float[Tensor, "N D"],
    target: Float[Tensor, " N"],
    value: float,
    hidden: int,
    lr: float,
    steps: int,
) -> dict[str, Float[Tensor, "..."]]:
    """Train a network with one hidden layer by gradient descent, starting with all weights at one value."""
    parameters = [
        x.new_full((hidden, x.shape[1]), value, requires_grad=True),
        x.new_zeros(hidden, requires_grad=True),
        x.new_full((1, hidden), value, requires_grad=True),
        x.new_zeros(1, requires_grad=True),
    ]

    def loss() -> Float[Tensor, ""]:
        weight1, bias1, weight2, bias2 = parameters
        predictions = torch.tanh(x @ weight1.T + bias1) @ weight2.T + bias2
        # equivalent: predictions - target[:, None] => target[:, None] - predictions, because the square has no sign.
        error = predictions - target[:, None]
        return (error * error).mean()

    def moved(p: Tensor, gradient: Tensor) -> Tensor:
        with torch.no_grad():  # the step itself is not to be differentiated; what it gives is
            return (p - lr * gradient).requires_grad_()

    losses = [loss()]
    for _ in range(steps):
        parameters = list(map(moved, parameters, torch.autograd.grad(losses[-1], parameters)))
        losses.append(loss())

    weight1, bias1, weight2, bias2 = parameters
    return {"losses": torch.stack(losses), "weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": bias2}
