"""The same in PyTorch, from primitives.  The norm stays a tensor with no axis: `torch.clamp` hands NaN on, the dtype remains that
of the gradients, a GPU is never waited for, and autograd knows that the coefficient depends on all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def clip_by_global_norm(
    grads: list[Float[Tensor, "..."]],
    max_norm: float,
    eps: float = 1e-6,
) -> tuple[list[Float[Tensor, "..."]], Float[Tensor, ""] | float]:
    """Scale gradients down together so that their global norm is at most `max_norm`."""
    if max_norm < 0:
        raise ValueError(f"max_norm must be at least 0, got {max_norm}")
    if not grads:
        return [], 0.0

    # The norm of the norms.  vector_norm rather than a root of a sum: the slope of the root is infinite at zero, and the
    # gradient of a norm of zeros would be NaN.
    norm = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g) for g in grads]))
    coefficient = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [coefficient * g for g in grads], norm
