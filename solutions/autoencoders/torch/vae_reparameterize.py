"""The same in PyTorch.  `torch.distributions.Normal(mu, std).rsample()` is this with noise of its own; `sample()` is the draw
that no gradient gets past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def vae_reparameterize(
    mu: Float[Tensor, "*shape"], log_var: Float[Tensor, "*shape"], eps: Float[Tensor, "*shape"]
) -> Float[Tensor, "*shape"]:
    """Turn standard normal noise into a draw from the normal distributions of a VAE's encoder."""
    if eps.shape != mu.shape:
        raise ValueError(f"eps has shape {tuple(eps.shape)}, and mu has shape {tuple(mu.shape)}")
    return mu + torch.exp(0.5 * log_var) * eps
