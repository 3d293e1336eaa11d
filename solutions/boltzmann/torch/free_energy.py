"""The same in PyTorch, where the term of a hidden unit has a name, softplus.  Autograd shows why it is there: the gradient of the
free energy by a hidden bias is minus the probability of that unit to be on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def free_energy(
    visible: Float[Tensor, "*batch V"],
    weight: Float[Tensor, "H V"],
    visible_bias: Float[Tensor, "V"],
    hidden_bias: Float[Tensor, "H"],
) -> Float[Tensor, "*batch"]:
    """Compute the free energy of visible states."""
    softplus = torch.nn.functional.softplus(visible @ weight.T + hidden_bias)
    return -(visible @ visible_bias) - softplus.sum(dim=-1)
