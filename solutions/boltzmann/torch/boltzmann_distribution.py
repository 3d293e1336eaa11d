"""The same in PyTorch, where the last step has a name: the distribution is a softmax over all states, the energies are its logits
with the sign turned round, and the temperature is the one that language models have, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def boltzmann_distribution(
    weight: Float[Tensor, "N N"], bias: Float[Tensor, "N"], temperature: float = 1.0
) -> Float[Tensor, "S"]:
    """Compute the probability of each of the 2**N states by enumeration."""
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    n = len(bias)
    digits = torch.arange(2**n)[:, None] >> torch.arange(n - 1, -1, -1) & 1  # of the binary numbers
    states = digits.to(weight)
    negative_energies = (states @ weight * states).sum(dim=1) / 2 + states @ bias
    # equivalent: 0 => -1, because there is a single axis
    return torch.softmax(negative_energies / temperature, dim=0)
