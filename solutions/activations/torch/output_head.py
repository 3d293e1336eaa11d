"""The same in PyTorch, from primitives.  In training the probabilities are usually left out: `cross_entropy`,
`binary_cross_entropy_with_logits` and `poisson_nll_loss` take the scores as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def output_head(x: Float[Tensor, "N K"], task: str) -> Float[Tensor, "N K"]:
    """Apply the output activation of `task` to the scores of a batch."""
    zero = torch.zeros_like(x)  # minimum and maximum halve the gradient at a tie, which torch.clamp would not
    decay = torch.exp(-torch.abs(x))  # from 0 to 1 on both sides of zero
    # equivalent: "binary", "multilabel" => "multilabel", "binary", because the order of the two words does not matter.
    if task in ("binary", "multilabel"):
        return torch.exp(torch.minimum(x, zero)) / (1 + decay)
    if task == "multiclass":
        odds = torch.exp(x - x.amax(dim=1, keepdim=True))
        return odds / odds.sum(dim=1, keepdim=True)
    if task == "regression":
        return x.clone()
    if task == "count":
        return torch.maximum(x, zero) + torch.log1p(decay)
    raise ValueError(f"task must be binary, multilabel, multiclass, regression or count, got {task!r}")
