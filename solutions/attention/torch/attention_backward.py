"""The same in PyTorch, from primitives.  Autograd keeps the weights of the forward pass for it; computing them again, as here,
is what FlashAttention does, since they are the one thing that grows with the square of the length.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def attention_backward(
    grad_output: Float[Tensor, "*batch L Ev"],
    query: Float[Tensor, "*batch L E"],
    key: Float[Tensor, "*batch S E"],
    value: Float[Tensor, "*batch S Ev"],
) -> tuple[Float[Tensor, "*batch L E"], Float[Tensor, "*batch S E"], Float[Tensor, "*batch S Ev"]]:
    """Turn the gradient of the loss by the output of attention into those by queries, keys and values."""
    scale = 1 / math.sqrt(query.shape[-1])
    weights = torch.softmax(query @ key.mT * scale, -1)

    grad_weights = grad_output @ value.mT
    average = (grad_weights * weights).sum(-1, keepdim=True)  # of each row, weighted by the probabilities
    grad_scores = weights * (grad_weights - average) * scale
    return grad_scores @ key, grad_scores.mT @ query, weights.mT @ grad_output
