"""The same in PyTorch.  At work the second form is written with the loss of the discriminator and the labels turned round: binary
cross-entropy of the generated scores with the target 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def generator_loss(
    logits_fake: Float[Tensor, "*shape"], kind: str = "nonsaturating"
) -> tuple[Float[Tensor, ""], Float[Tensor, "*shape"]]:
    """Compute the loss of a generator, and its gradient by the discriminator's scores."""
    if kind == "nonsaturating":
        return _softplus(-logits_fake).mean(), -torch.sigmoid(-logits_fake) / logits_fake.numel()
    if kind == "saturating":
        return -_softplus(logits_fake).mean(), -torch.sigmoid(logits_fake) / logits_fake.numel()
    raise ValueError(f"kind must be 'nonsaturating' or 'saturating', got {kind!r}")


def _softplus(x: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """log(1 + exp(x)), with an exponential that never overflows."""
    return torch.clamp(x, min=0) + torch.log1p(torch.exp(-x.abs()))
