"""The same in PyTorch, from primitives.  A training loop does it in place, under torch.no_grad(), so that the parameters stay
leaves of the graph.  Here new tensors are made and autograd sees the step: whoever differentiates through training needs that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gd_step(params: list[Float[Tensor, "..."]], grads: list[Float[Tensor, "..."]], lr: float) -> list[Float[Tensor, "..."]]:
    """Move all parameters of a model one step down the gradient of its loss."""
    if [grad.shape for grad in grads] != [param.shape for param in params]:
        raise ValueError("grads must be as many as the parameters, and have their shapes")
    return [param.sub(grads[i], alpha=lr) for i, param in enumerate(params)]
