"""The same in PyTorch, from primitives.  `backward` does this walk over a graph that it recorded itself, and adds the results to
what is in `.grad` already: that is why a training loop calls `zero_grad`, and why `step` is a call of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def mlp_backward(
    grad_output: Float[Tensor, "N O"],
    x: Float[Tensor, "N I"],
    params: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]],
    cache: dict[str, list[Float[Tensor, "N out"]]],
    hidden: str = "relu",
    out: str = "identity",
) -> tuple[Float[Tensor, "N I"], list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]]]:
    """Compute the gradients of a multilayer perceptron by its input and by all its parameters."""
    inputs = [x, *cache["a"]]
    grad, gradients = grad_output, []
    for number in reversed(range(len(params))):
        name = out if number == len(params) - 1 else hidden
        delta = grad * _slope(name, cache["z"][number], cache["a"][number])
        gradients.append((delta.T @ inputs[number], delta.sum(dim=0)))
        grad = delta @ params[number][0]
    return grad, gradients[::-1]


def _slope(name: str, z: Float[Tensor, "..."], a: Float[Tensor, "..."]) -> Float[Tensor, "..."]:
    """The derivative of an activation, from its weighted sum z and its value a."""
    if name == "relu":
        return z > 0  # true counts as 1
    return {"tanh": 1 - a * a, "sigmoid": a * (1 - a), "identity": torch.ones_like(a)}[name]
