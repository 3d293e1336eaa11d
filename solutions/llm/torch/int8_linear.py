"""The same in PyTorch, from primitives.  The sums are taken in float64, which holds every whole number up to 2 to the 53, because
a GPU multiplies no matrices of wide integers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int8
    from torch import Tensor


def int8_linear(
    x: Float[Tensor, "N I"], q_weight: Int8[Tensor, "O I"], scale: Float[Tensor, "O 1"], bias: Float[Tensor, "O"]
) -> Float[Tensor, "N O"]:
    """Apply a quantized linear layer to inputs that are quantized row by row."""
    largest = torch.amax(torch.abs(x), dim=1, keepdim=True)
    # equivalent: torch.where(largest > 0, largest / 127, 1) => torch.where(largest > 0, largest / 127, 2), because 0 / 2 is 0
    scale_x = torch.where(largest > 0, largest / 127, 1)
    whole = torch.round(x / scale_x).double() @ q_weight.double().T
    return (whole * (scale_x * scale.T) + bias).to(x.dtype)
