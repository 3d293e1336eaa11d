"""The same in PyTorch, from primitives.  The products with the inputs are taken for all steps at once, as cuDNN does: what is
left in the loop is all that has to wait.  `torch.nn.LSTM` returns `output, (h_n, c_n)`, where h_n is the last output once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def lstm_forward(
    x: Float[Tensor, "N T D"],
    h0: Float[Tensor, "N H"],
    c0: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "4H D"],
    weight_hh: Float[Tensor, "4H H"],
    bias_ih: Float[Tensor, " 4H"],
    bias_hh: Float[Tensor, " 4H"],
) -> tuple[Float[Tensor, "N T H"], Float[Tensor, "N H"]]:
    """Run an LSTM over a batch of sequences."""
    outputs, h, c = [], h0, c0
    for from_input in (x @ weight_ih.T + bias_ih).unbind(dim=1):
        i, f, g, o = (from_input + h @ weight_hh.T + bias_hh).chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        outputs.append(h)
    return torch.stack(outputs, dim=1), c
