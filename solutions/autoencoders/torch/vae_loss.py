"""The same in PyTorch.  `F.mse_loss` with its default reduction divides by the features too: a popular reason why a VAE draws
nothing but the mean of its data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def vae_loss(
    input: Float[Tensor, "N D"],
    target: Float[Tensor, "N D"],
    mu: Float[Tensor, "N K"],
    log_var: Float[Tensor, "N K"],
    beta: float = 1.0,
) -> tuple[Float[Tensor, ""], Float[Tensor, ""], Float[Tensor, ""]]:
    """Compute the negative evidence lower bound of a VAE with a normal decoder, and its two parts."""
    n = len(target)
    # equivalent: input - target => target - input, because a square has no sign.
    reconstruction = ((input - target) ** 2).sum() / (2 * n)
    divergence = (mu * mu + torch.exp(log_var) - 1 - log_var).sum() / (2 * n)
    return reconstruction + beta * divergence, reconstruction, divergence
