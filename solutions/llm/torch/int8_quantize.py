"""The same in PyTorch, from primitives.  A matrix product with such a weight is done in whole numbers, and the scales come
last: one multiplication for each output instead of one for each weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int8
    from torch import Tensor


def int8_quantize(x: Float[Tensor, "N D"]) -> tuple[Int8[Tensor, "N D"], Float[Tensor, "N 1"]]:
    """Quantize each row to whole numbers from -127 to 127."""
    largest = torch.amax(torch.abs(x), dim=1, keepdim=True)
    scale = torch.where(largest > 0, largest / 127, 1)
    return torch.round(x / scale).to(torch.int8), scale
