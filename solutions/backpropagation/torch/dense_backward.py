"""The same in PyTorch, from primitives.  It is what autograd runs for every `torch.nn.Linear`, and the reason why a layer keeps
its input until the way back: without x there is no gradient of the weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dense_backward(
    grad_output: Float[Tensor, "N O"],
    x: Float[Tensor, "N I"],
    weight: Float[Tensor, "O I"],
) -> tuple[Float[Tensor, "N I"], Float[Tensor, "O I"], Float[Tensor, " O"]]:
    """Turn the gradient by a dense layer's output into the gradients by its input, its weight and its bias."""
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
