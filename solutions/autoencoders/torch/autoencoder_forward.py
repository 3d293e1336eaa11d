"""The same in PyTorch.  At work this is `nn.Sequential(encoder, decoder)` with `F.mse_loss(model(x), x)`: the batch is passed to
the loss as its own target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def autoencoder_forward(
    x: Float[Tensor, "N D"],
    weight_enc: Float[Tensor, "K D"],
    bias_enc: Float[Tensor, " K"],
    weight_dec: Float[Tensor, "D K"],
    bias_dec: Float[Tensor, " D"],
) -> tuple[Float[Tensor, "N D"], Float[Tensor, "N K"], Float[Tensor, ""]]:
    """Encode a batch, decode it again, and measure what was lost."""
    code = torch.relu(x @ weight_enc.T + bias_enc)
    reconstruction = code @ weight_dec.T + bias_dec
    # equivalent: reconstruction - x => x - reconstruction, because a square has no sign.
    return reconstruction, code, ((reconstruction - x) ** 2).mean()
