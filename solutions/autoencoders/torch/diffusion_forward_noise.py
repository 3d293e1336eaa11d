"""The same in PyTorch.  Schedulers of libraries call it `add_noise` and count steps from 0, so that their step 0 is the first
noisy one; look before you mix the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def diffusion_forward_noise(
    x_0: Float[Tensor, "N *rest"],
    t: Int[Tensor, " N"],
    noise: Float[Tensor, "N *rest"],
    betas: Float[Tensor, " T"],
) -> Float[Tensor, "N *rest"]:
    """Add the noise of the first `t` steps to clean samples."""
    if (t < 0).any() or (t > len(betas)).any():
        raise ValueError(f"t must be from 0 to {len(betas)}, got {t.tolist()}")
    # equivalent: 0 => -1, because the schedule has a single axis.
    alpha_bar = torch.cumprod(torch.cat([torch.ones_like(betas[:1]), 1 - betas]), dim=0)
    alpha_bar = alpha_bar[t].reshape(len(x_0), *(1 for _ in x_0.shape[1:]))
    return torch.sqrt(alpha_bar) * x_0 + torch.sqrt(1 - alpha_bar) * noise
