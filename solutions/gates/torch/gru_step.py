"""The same in PyTorch, from primitives.  Resetting after the product needs one matrix product for all three blocks; before it,
the candidate has to wait for the reset gate.  This is why cuDNN, and PyTorch with it, chose the former.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gru_step(
    x: Float[Tensor, "N D"],
    h: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "3H D"],
    weight_hh: Float[Tensor, "3H H"],
    bias_ih: Float[Tensor, " 3H"],
    bias_hh: Float[Tensor, " 3H"],
    reset_after: bool = True,
) -> Float[Tensor, "N H"]:
    """Take a GRU one step on."""
    x_r, x_z, x_n = (x @ weight_ih.T + bias_ih).tensor_split(3, dim=1)
    h_r, h_z, h_n = (h @ weight_hh.T + bias_hh).tensor_split(3, dim=1)
    r, z = torch.sigmoid(x_r + h_r), torch.sigmoid(x_z + h_z)
    if reset_after:
        past = r * h_n
    else:
        past = (r * h) @ weight_hh.tensor_split(3)[2].T + bias_hh.tensor_split(3)[2]
    n = torch.tanh(x_n + past)
    return (1 - z) * n + z * h
