"""The same in PyTorch, from primitives.  In a real model one would hang hooks on the layers, and read the gradients there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor

FUNCTIONS = {
    "sigmoid": lambda z: torch.exp(torch.clamp(z, max=0)) / (1 + torch.exp(-torch.abs(z))),  # no exponential overflows
    "tanh": torch.tanh,
    "relu": lambda z: torch.clamp(z, min=0),
}
# equivalent: y * (1 - y) => y * (y - 1), because a strength knows no sign.
# equivalent: 1 - y * y => (y * y) - 1, because a strength knows no sign.
SLOPES = {"sigmoid": lambda y: y * (1 - y), "tanh": lambda y: 1 - y * y, "relu": lambda y: y > 0}  # by the activation y
VARIANCES = {"xavier": lambda n_out, n_in: 2 / (n_in + n_out), "he": lambda _, n_in: 2 / n_in}


def signal_survey(
    x: Float[Tensor, "N in_first"],
    normals: list[Float[Tensor, "out in"]],
    grad_output: Float[Tensor, "N out_last"],
    activation: str,
    scheme: str,
) -> dict[str, Float[Tensor, "layers+1"]]:
    """Measure activations and gradients of every layer at initialisation."""
    if activation not in FUNCTIONS:
        raise ValueError(f"activation must be one of {', '.join(FUNCTIONS)}, got {activation!r}")
    if scheme not in VARIANCES:
        raise ValueError(f"scheme must be one of {', '.join(VARIANCES)}, got {scheme!r}")
    weights = [VARIANCES[scheme](*normal.shape) ** 0.5 * normal for normal in normals]
    layers = [x]
    for weight in weights:
        layers.append(FUNCTIONS[activation](layers[-1] @ weight.T))
    grads = [grad_output]
    for layer in reversed(range(len(weights))):
        grads.append((grads[-1] * SLOPES[activation](layers[layer + 1])) @ weights[layer])
    return {"forward": strengths(layers), "backward": strengths(grads[::-1])}


def strengths(arrays: list[Float[Tensor, "N units"]]) -> Float[Tensor, "layers+1"]:
    """Take the root mean square of each array."""
    return torch.stack([torch.sqrt(torch.mean(a * a)) for a in arrays])
