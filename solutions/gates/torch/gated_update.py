"""The same in PyTorch, from primitives.  Autograd multiplies the gradient of the memory by f on its way back: an open forget gate
lets it pass as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gated_update(
    c: Float[Tensor, "*shape"], f: Float[Tensor, "*shape"], i: Float[Tensor, "*shape"], g: Float[Tensor, "*shape"]
) -> Float[Tensor, "*shape"]:
    """Keep a share of the memory and write a share of the candidate."""
    for name, gate in {"f": f, "i": i}.items():
        if torch.any((gate < 0) | (gate > 1)):
            raise ValueError(f"{name} is a gate and must lie from 0 to 1: is there a sigmoid missing?")
    return f * c + i * g
