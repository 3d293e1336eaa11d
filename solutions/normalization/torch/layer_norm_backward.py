"""The same in PyTorch, from primitives.  Mind sums over "all dims but the last": where there are none, `sum(dim=())` adds up
everything.  Flattened to rows first, one row or many make no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def layer_norm_backward(
    grad_output: Float[Tensor, "*rows D"],
    x: Float[Tensor, "*rows D"],
    weight: Float[Tensor, "D"],
    eps: float = 1e-5,
) -> tuple[Float[Tensor, "*rows D"], Float[Tensor, "D"], Float[Tensor, "D"]]:
    """Turn the gradient of a layer norm's output into the gradients of its input, its scale and its shift."""
    centred = x - x.mean(dim=-1, keepdim=True)
    root = torch.sqrt(torch.mean(centred * centred, dim=-1, keepdim=True) + eps)
    normalized = centred / root
    grad = grad_output * weight  # by the normalized row
    along = torch.mean(grad * normalized, dim=-1, keepdim=True)
    dx = (grad - grad.mean(dim=-1, keepdim=True) - normalized * along) / root
    rows = (-1, x.shape[-1])
    return dx, (grad_output * normalized).reshape(rows).sum(dim=0), grad_output.reshape(rows).sum(dim=0)
