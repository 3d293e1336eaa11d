"""The same in PyTorch. Today such a stack would be an `nn.Sequential` of linear layers and sigmoids, trained as a whole; what
is left of the idea is to learn from data without labels first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def dbn_pretrain(
    x: Float[Tensor, "N D"],
    sizes: list[int],
    rbm_train: Callable[[Float[Tensor, "N V"], int], tuple[Float[Tensor, "H V"], Float[Tensor, "V"], Float[Tensor, "H"]]],
) -> list[tuple[Float[Tensor, "H V"], Float[Tensor, "V"], Float[Tensor, "H"]]]:
    """Train a stack of restricted Boltzmann machines, from the bottom to the top."""
    if any(size < 1 for size in sizes):
        raise ValueError(f"sizes must be at least 1, got {sizes}")
    stack = []
    for size in sizes:
        weight, visible_bias, hidden_bias = rbm_train(x, size)
        stack.append((weight, visible_bias, hidden_bias))
        x = torch.sigmoid(x @ weight.T + hidden_bias)
    return stack
