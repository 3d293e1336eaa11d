"""The same in PyTorch, from primitives.  What was broadcast forward is summed backward: a slope was copied to every example and
pixel of its channel, so what comes back from all of them adds up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def prelu_backward(
    grad_output: Float[Tensor, "N C *rest"],
    x: Float[Tensor, "N C *rest"],
    weight: Float[Tensor, " C"],
) -> tuple[Float[Tensor, "N C *rest"], Float[Tensor, " C"]]:
    """Compute the gradients of the loss by the input and by the slopes of a parametric ReLU."""
    if weight.shape != x.shape[1:2]:
        raise ValueError(f"weight must have one slope for each of {x.shape[1]} channels, got shape {tuple(weight.shape)}")

    slopes = weight.reshape(-1, *[1] * (x.ndim - 2))  # channels stay where they are
    dx = torch.where(x > 0, grad_output, slopes * grad_output)
    others = [axis for axis in range(x.ndim) if axis != 1]
    return dx, torch.sum(grad_output * torch.clamp(x, max=0), dim=others)
