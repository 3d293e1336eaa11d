"""The same in PyTorch, from primitives.  In a training loop one reads the norms from hooks on the activations, or from the
gradients of the weights after `backward`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def slope_of_the_sigmoid(z: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """The slope is the same on both sides of zero, so an exponential that cannot overflow will do."""
    decay = torch.exp(-torch.abs(z))
    # equivalent: decay / (1 + decay) ** 2 => -(decay / (1 + decay) ** 2), because a length knows no sign.
    return decay / (1 + decay) ** 2


SLOPES = {
    "identity": torch.ones_like,
    "relu": lambda z: z > 0,
    "tanh": lambda z: 4 * slope_of_the_sigmoid(2 * z),  # tanh(z) = 2 sigmoid(2 z) - 1
    "sigmoid": slope_of_the_sigmoid,
}


def backprop_norms(
    weights: list[Float[Tensor, "out in"]],
    pre_activations: list[Float[Tensor, "N out"]],
    grad_output: Float[Tensor, "N out_last"],
    activation: str,
) -> Float[Tensor, "layers+1"]:
    """Measure the gradient of the cost by the input and by the output of every layer."""
    if activation not in SLOPES:
        raise ValueError(f"activation must be one of {', '.join(SLOPES)}, got {activation!r}")
    grad, norms = grad_output, [torch.linalg.vector_norm(grad_output)]
    for layer in reversed(range(len(weights))):
        grad = (grad * SLOPES[activation](pre_activations[layer])) @ weights[layer]
        norms.append(torch.linalg.vector_norm(grad))
    return torch.stack(norms[::-1])
