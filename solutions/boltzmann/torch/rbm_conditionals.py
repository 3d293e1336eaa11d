"""The same in PyTorch: two layers that share a weight. An encoder and a decoder with tied weights are the same thing without
coins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def rbm_conditionals(
    visible: Float[Tensor, "*batch V"],
    hidden: Float[Tensor, "*batch H"],
    weight: Float[Tensor, "H V"],
    visible_bias: Float[Tensor, "V"],
    hidden_bias: Float[Tensor, "H"],
) -> tuple[Float[Tensor, "*batch H"], Float[Tensor, "*batch V"]]:
    """Compute the probability of each unit of a layer to be on, given the other layer."""
    return torch.sigmoid(visible @ weight.T + hidden_bias), torch.sigmoid(hidden @ weight + visible_bias)
