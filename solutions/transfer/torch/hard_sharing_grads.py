"""The same in PyTorch, from primitives.  At work one call of `backward` on the weighted sum of the losses does this; the sum over
tasks is what autograd does wherever a tensor was used more than once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def hard_sharing_grads(
    x: Float[Tensor, "N D"],
    targets: list[Float[Tensor, "N K"]],
    weight: Float[Tensor, "H D"],
    heads: list[Float[Tensor, "K H"]],
    task_weights: list[float],
) -> tuple[Float[Tensor, "H D"], list[Float[Tensor, "K H"]]]:
    """Differentiate the weighted sum of the tasks' losses by the shared layer and by each head."""
    h = torch.tanh(x @ weight.T)
    grad_h, grad_heads = torch.zeros_like(h), []
    for t, head in enumerate(heads):
        grad_output = 2 * task_weights[t] / targets[t].numel() * (h @ head.T - targets[t])
        grad_heads.append(grad_output.T @ h)
        grad_h = grad_h + grad_output @ head
    return (grad_h * (1 - h * h)).T @ x, grad_heads
