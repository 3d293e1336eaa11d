"""The same in PyTorch, from primitives.  `here = point[index]` would not keep the old value, as it does in NumPy: even one entry
of a tensor is a view and moves along.  So nothing is moved; a step is added, and autograd can follow `f` through each difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def numerical_gradient(
    f: Callable[[Float[Tensor, "..."]], float],
    x: Float[Tensor, "..."],
    eps: float = 1e-6,
) -> Float[Tensor, "..."]:
    """Estimate the gradient of a scalar function by central differences."""
    point = x.to(torch.float64).reshape(-1)
    gradient = torch.empty_like(point)
    for i in range(len(point)):  # f is a black box: two calls for every entry
        step = torch.zeros_like(point)
        step[i] = eps
        above, below = f((point + step).reshape(x.shape)), f((point - step).reshape(x.shape))
        gradient[i] = (above - below) / (2 * eps)
    return gradient.reshape(x.shape)
