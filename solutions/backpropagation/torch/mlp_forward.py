"""The same in PyTorch, from primitives.  A `torch.nn.Sequential` of Linear layers does this, and autograd keeps such a cache
of its own: it is the memory that training needs and `torch.no_grad` saves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "identity": lambda z: z}


def mlp_forward(
    x: Float[Tensor, "N I"],
    params: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]],
    hidden: str = "relu",
    out: str = "identity",
) -> tuple[Float[Tensor, "N O"], dict[str, list[Float[Tensor, "N out"]]]]:
    """Run a batch through a multilayer perceptron and keep what the backward pass needs."""
    for argument, name in {"hidden": hidden, "out": out}.items():
        if name not in ACTIVATIONS:
            raise ValueError(f"{argument} must be one of {', '.join(ACTIVATIONS)}, got {name}")
    cache: dict[str, list[Tensor]] = {"z": [], "a": []}
    a = x
    for number, (weight, bias) in enumerate(params, start=1):
        z = a @ weight.T + bias
        a = ACTIVATIONS[out if number == len(params) else hidden](z)
        cache["z"].append(z)
        cache["a"].append(a)
    return a, cache
