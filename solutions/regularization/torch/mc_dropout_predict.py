"""The same in PyTorch, from primitives.  With modules: model.eval() switches all dropout off, and for Monte Carlo dropout the
layers of dropout alone are put back into training mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def mc_dropout_predict(
    x: Float[Tensor, "n d"],
    weight1: Float[Tensor, "h d"],
    bias1: Float[Tensor, "h"],
    weight2: Float[Tensor, "c h"],
    bias2: Float[Tensor, "c"],
    p: float,
    u: Float[Tensor, "t n h"] | None = None,
) -> tuple[Float[Tensor, "n c"], Float[Tensor, "n c"]]:
    """Predict class probabilities and how much they vary under dropout."""
    if not 0 <= p <= 1:
        raise ValueError(f"p must lie between 0 and 1, got {p}")
    hidden = torch.clamp(x @ weight1.T + bias1, min=0)
    if u is not None and u.shape[1:] != hidden.shape:
        raise ValueError(f"u has shape {tuple(u.shape)}, and there are {tuple(hidden.shape)} hidden units")
    if u is None:
        masks = torch.ones_like(hidden[None])
    elif p == 1:
        masks = torch.zeros_like(u)
    else:
        masks = (u >= p).to(x.dtype) / (1 - p)
    probabilities = torch.softmax((hidden * masks) @ weight2.T + bias2, dim=-1)
    return probabilities.mean(dim=0), probabilities.var(dim=0, correction=0)
