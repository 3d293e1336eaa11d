"""The same in PyTorch, from primitives.  With a model at hand all points of the way go through it as one batch, and one call of
`torch.autograd.grad` gives their gradients.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def integrated_gradients(
    grad_f: Callable[[Float[Tensor, "*shape"]], Float[Tensor, "*shape"]],
    x: Float[Tensor, "*shape"],
    baseline: Float[Tensor, "*shape"],
    n_steps: int = 50,
) -> Float[Tensor, "*shape"]:
    """Attribute the difference of the scores of an input and a baseline to the single inputs."""
    if n_steps < 1:
        raise ValueError(f"n_steps must be at least 1, got {n_steps}")
    way = x - baseline
    total = torch.zeros_like(x)
    for k in range(n_steps):
        total = total + grad_f(baseline + (k + 0.5) / n_steps * way)
    return way * total / n_steps
