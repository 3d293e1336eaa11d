"""The same in PyTorch, from primitives.  `torch.linalg.lstsq` would want independent columns; the pseudoinverse does not mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda z: z}


def linear_probe_by_layer(
    x: Float[Tensor, "N D"],
    y: Int[Tensor, " N"],
    params: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]],
    hidden: str = "tanh",
) -> list[float]:
    """Measure how well a linear classifier does on the input of a network and on each of its hidden layers."""
    if hidden not in ACTIVATIONS:
        raise ValueError(f"hidden must be one of {', '.join(ACTIVATIONS)}, got {hidden}")
    features = [x]
    for weight, bias in params:
        features.append(ACTIVATIONS[hidden](features[-1] @ weight.T + bias))
    return [_accuracy(h, y) for h in features]


def _accuracy(h: Float[Tensor, "N F"], y: Int[Tensor, " N"]) -> float:
    """The accuracy of a linear classifier that is fitted to these features by least squares."""
    targets = (2 * y - 1).to(h.dtype)
    # equivalent: h - h.mean(dim=0) => h.mean(dim=0) - h, because the weights change their signs, too.
    centred = h - h.mean(dim=0)  # at right angles to a constant, which is then the mean target
    scores = centred @ (torch.linalg.pinv(centred) @ targets) + targets.mean()
    # equivalent: > => >=, because a score that is exactly the threshold is a matter of rounding.
    return ((scores > 0.001) == y).double().mean()
