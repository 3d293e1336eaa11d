"""The same in PyTorch, from primitives.  Autograd says so, too: `binary_cross_entropy_with_logits(x.relu(), target)` has a zero
gradient wherever x is negative, however wrong the prediction is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def relu_sigmoid_head_grad(x: Float[Tensor, "*shape"], target: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Differentiate the cross-entropy of a sigmoid after a ReLU by the scores."""
    # equivalent: torch.clamp(x, min=0) => x, because the probability is not used where x is negative.
    # equivalent: 0 => -1, because the probability is not used where x is negative.
    p = 1 / (1 + torch.exp(-torch.clamp(x, min=0)))
    return torch.where(x > 0, p - target, torch.zeros_like(x))
