"""The same in PyTorch.  At work the generated batch is cut off from its graph before the discriminator sees it: otherwise the
backward pass of this step runs on into the generator, and leaves gradients there that nobody asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def discriminator_loss(
    logits_real: Float[Tensor, "*real"], logits_fake: Float[Tensor, "*fake"]
) -> tuple[Float[Tensor, ""], Float[Tensor, "*real"], Float[Tensor, "*fake"]]:
    """Compute the loss of a discriminator, and its gradients by the scores."""
    loss = _softplus(-logits_real).mean() + _softplus(logits_fake).mean()
    return loss, -torch.sigmoid(-logits_real) / logits_real.numel(), torch.sigmoid(logits_fake) / logits_fake.numel()


def _softplus(x: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """log(1 + exp(x)), with an exponential that never overflows."""
    return torch.clamp(x, min=0) + torch.log1p(torch.exp(-x.abs()))
