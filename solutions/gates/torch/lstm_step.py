"""The same in PyTorch, from primitives.  One product for all blocks, cut by `chunk`: this is how the fast kernels do it, too.
The way from the old cell to the new one is a product with f and a sum, and nothing else: autograd goes back along it undisturbed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def lstm_step(
    x: Float[Tensor, "N D"],
    h: Float[Tensor, "N H"],
    c: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "4H D"],
    weight_hh: Float[Tensor, "4H H"],
    bias_ih: Float[Tensor, " 4H"],
    bias_hh: Float[Tensor, " 4H"],
) -> tuple[Float[Tensor, "N H"], Float[Tensor, "N H"]]:
    """Take an LSTM one step on."""
    i, f, g, o = (x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh).chunk(4, dim=1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c
