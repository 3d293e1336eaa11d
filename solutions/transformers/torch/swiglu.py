"""The same in PyTorch, from primitives.  Real code often keeps both wide matrices in a single one and splits the result in two:
one large product is faster than two small ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def swiglu(
    x: Float[Tensor, "*tokens D"],
    weight_gate: Float[Tensor, "H D"],
    weight_up: Float[Tensor, "H D"],
    weight_down: Float[Tensor, "D H"],
) -> Float[Tensor, "*tokens D"]:
    """Widen each token twice, let one half gate the other through swish, and narrow it again."""
    gate, up = x @ weight_gate.T, x @ weight_up.T
    return (gate * torch.sigmoid(gate) * up) @ weight_down.T
