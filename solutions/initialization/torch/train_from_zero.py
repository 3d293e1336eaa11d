"""The same in PyTorch, and with autograd: `torch.autograd.grad` takes the gradients of all parameters at once, at one
point.  That no weight moves with tanh and ReLU is not put in here; it comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def train_from_zero(
    x: Float[Tensor, "N D"],
    target: Float[Tensor, " N"],
    hidden: int,
    act: str,
    lr: float,
    steps: int,
) -> dict[str, Float[Tensor, "..."]]:
    """Train a network with one hidden layer by gradient descent, starting with all parameters at zero."""
    if act not in {"tanh", "relu", "sigmoid"}:
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    parameters = [x.new_zeros(shape, requires_grad=True) for shape in ((hidden, x.shape[1]), hidden, (1, hidden), 1)]

    def logits() -> Float[Tensor, " N"]:
        weight1, bias1, weight2, bias2 = parameters
        a = getattr(torch, act)(x @ weight1.T + bias1)
        return (a @ weight2.T + bias2).flatten()

    def loss() -> Float[Tensor, ""]:
        z = logits()
        return (torch.nn.functional.softplus(z) - target * z).mean()

    def moved(p: Tensor, gradient: Tensor) -> Tensor:
        with torch.no_grad():  # the step itself is not to be differentiated; what it gives is
            return (p - lr * gradient).requires_grad_()

    for _ in range(steps):
        parameters = list(map(moved, parameters, torch.autograd.grad(loss(), parameters)))

    weight1, bias1, weight2, bias2 = parameters
    trained = {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": bias2}
    return {"loss": loss(), "predictions": torch.sigmoid(logits()), **trained}
