"""The same in PyTorch, from primitives.  The logarithm of a probability that became 0 would not only be wrong, its gradient would
be infinite or NaN, and one such class spoils a whole training step.  Here autograd meets nothing but finite slopes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def log_softmax(x: Float[Tensor, "*shape"], dim: int = -1) -> Float[Tensor, "*shape"]:
    """Compute the logarithm of the softmax probabilities along one axis."""
    shifted = x - x.amax(dim, keepdim=True)  # the sum below is at least 1, so its logarithm is finite
    return shifted - torch.log(torch.exp(shifted).sum(dim, keepdim=True))
