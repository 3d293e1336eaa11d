"""The same in PyTorch, from primitives.  No autograd is asked: the rule is older than backpropagation in networks, and the step
of a threshold has the slope zero everywhere, which could teach nobody anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def perceptron_step(
    weight: Float[Tensor, " D"],
    bias: float,
    x: Float[Tensor, " D"],
    target: int,
) -> tuple[Float[Tensor, " D"], float]:
    """Update a perceptron with one example."""
    if abs(target) != 1:
        raise ValueError(f"target must be -1 or +1, got {target}")
    score = torch.sum(weight * x) + bias
    if target * score > 0:
        return weight.clone(), bias
    return weight + target * x, bias + target
