"""The same in PyTorch.  There is no loss whose gradient this would be, so an RBM is trained without `backward`: the update is
written down by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def cd1_step(
    visible: Float[Tensor, "N V"],
    weight: Float[Tensor, "H V"],
    visible_bias: Float[Tensor, "V"],
    hidden_bias: Float[Tensor, "H"],
    hidden_uniforms: Float[Tensor, "N H"],
    visible_uniforms: Float[Tensor, "N V"],
    lr: float,
) -> tuple[Float[Tensor, "H V"], Float[Tensor, "V"], Float[Tensor, "H"]]:
    """Update an RBM with one step of contrastive divergence on a batch."""
    lifted = torch.sigmoid(visible @ weight.T + hidden_bias)
    hidden = (hidden_uniforms < lifted).to(weight)
    dream = (visible_uniforms < torch.sigmoid(hidden @ weight + visible_bias)).to(weight)
    relifted = torch.sigmoid(dream @ weight.T + hidden_bias)
    return (
        weight + lr * (lifted.T @ visible - relifted.T @ dream) / len(visible),
        visible_bias + lr * (visible - dream).mean(dim=0),
        hidden_bias + lr * (lifted - relifted).mean(dim=0),
    )
