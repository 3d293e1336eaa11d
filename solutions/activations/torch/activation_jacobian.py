"""The same in PyTorch, from primitives.  torch.autograd.functional.jacobian gives these matrices too, with one backward pass for
each row, and 999,000 zeros among the million numbers of a ReLU on a thousand units: that is why nobody builds them in training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def activation_jacobian(x: Float[Tensor, " N"], name: str) -> Float[Tensor, "N N"]:
    """Compute the derivative of every output of an activation by every input."""
    e = torch.exp(x - torch.max(x))  # the largest is 1: nothing overflows
    p = e / torch.sum(e)
    jacobians = {
        "sigmoid": lambda: torch.diag(torch.sigmoid(x) * torch.sigmoid(-x)),
        "tanh": lambda: torch.diag(1 - torch.tanh(x) ** 2),
        "relu": lambda: torch.diag((x > 0).to(x.dtype)),
        "softmax": lambda: torch.diag(p) - torch.outer(p, p),
        "log_softmax": lambda: torch.diag(torch.ones_like(x)) - p,
    }
    if name not in jacobians:
        raise ValueError(f"name must be one of {', '.join(jacobians)}, got {name!r}")
    return jacobians[name]()
