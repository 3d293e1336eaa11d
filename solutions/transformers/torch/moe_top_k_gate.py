"""The same in PyTorch, from primitives.  `torch.topk` is the usual choice, but it promises nothing about ties; a stable sort
does. Gradients reach the router through the weights and through the mean probabilities, never through the indices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def moe_top_k_gate(logits: Float[Tensor, "N E"], k: int) -> tuple[Float[Tensor, "N k"], Int[Tensor, "N k"], Float[Tensor, ""]]:
    """Choose k experts for each token, weigh them, and measure how evenly they are used."""
    n, experts = logits.shape
    if not 1 <= k <= experts:
        raise ValueError(f"k must be from 1 to {experts}, got {k}")
    ordered, order = torch.sort(logits, descending=True, stable=True)
    indices = order[:, :k]
    share = torch.bincount(indices.flatten(), minlength=experts).to(logits.dtype) / (n * k)
    loss = experts * torch.sum(share * torch.softmax(logits, dim=1).mean(dim=0))
    return torch.softmax(ordered[:, :k], dim=1), indices, loss
