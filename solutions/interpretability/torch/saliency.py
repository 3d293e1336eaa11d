"""The same in PyTorch, from primitives.  `grad_x` is what `torch.autograd.grad(scores.sum(), x)` returns: the score of an image
does not depend on the others, so one backward pass serves the whole batch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def saliency(grad_x: Float[Tensor, "N C H W"]) -> Float[Tensor, "N H W"]:
    """Turn the gradient of a score by the images into maps of how much each pixel matters."""
    return grad_x.abs().amax(dim=1)
