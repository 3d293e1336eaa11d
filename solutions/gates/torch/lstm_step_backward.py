"""The same in PyTorch, from primitives.  Autograd does these very products, node by node; a fused kernel does them in one go, as
here.  Look at the line of `total`: the gradient of the old cell is `total * f`, and no matrix stands in its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def lstm_step_backward(
    grad_h: Float[Tensor, "N H"],
    grad_c: Float[Tensor, "N H"],
    x: Float[Tensor, "N D"],
    h: Float[Tensor, "N H"],
    c: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "4H D"],
    weight_hh: Float[Tensor, "4H H"],
    bias_ih: Float[Tensor, " 4H"],
    bias_hh: Float[Tensor, " 4H"],
) -> tuple[
    Float[Tensor, "N D"],
    Float[Tensor, "N H"],
    Float[Tensor, "N H"],
    Float[Tensor, "4H D"],
    Float[Tensor, "4H H"],
    Float[Tensor, " 4H"],
    Float[Tensor, " 4H"],
]:
    """Turn the gradients of an LSTM step's results into those of its arguments."""
    z_i, z_f, z_g, z_o = (x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh).tensor_split(4, dim=1)
    i, f, g, o = torch.sigmoid(z_i), torch.sigmoid(z_f), torch.tanh(z_g), torch.sigmoid(z_o)
    shown = torch.tanh(f * c + i * g)

    total = grad_c + grad_h * o * (1 - shown**2)
    delta_i = total * g * i * (1 - i)
    delta_f = total * c * f * (1 - f)
    delta_g = total * i * (1 - g**2)
    delta_o = grad_h * shown * o * (1 - o)
    delta = torch.cat([delta_i, delta_f, delta_g, delta_o], dim=1)
    grad_bias = delta.sum(dim=0)
    return delta @ weight_ih, delta @ weight_hh, total * f, delta.T @ x, delta.T @ h, grad_bias, grad_bias
