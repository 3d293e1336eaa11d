"""The same in PyTorch.  Autograd adds up what comes in at all places where a parameter is used, so at work tying weights is just
writing `F.linear(h, weight.T)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def autoencoder_grads(
    input: Float[Tensor, "N D"],
    target: Float[Tensor, "N D"],
    weight: Float[Tensor, "K D"],
    bias_enc: Float[Tensor, " K"],
    bias_dec: Float[Tensor, " D"],
) -> tuple[Float[Tensor, ""], Float[Tensor, "K D"], Float[Tensor, " K"], Float[Tensor, " D"]]:
    """Compute the loss of an autoencoder with tied weights, and its gradients."""
    h = torch.tanh(input @ weight.T + bias_enc)
    error = h @ weight + bias_dec - target

    dy = error * (2 / error.numel())
    da = dy @ weight.T * (1 - h * h)
    return (error * error).mean(), da.T @ input + h.T @ dy, da.sum(dim=0), dy.sum(dim=0)
