"""The same in PyTorch, from primitives.  A `torch.Generator` is handed over with each call instead of having methods of its own;
it belongs to a device, which the numbers share.  PyTorch draws float32 unless told otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dropout_mask(shape: tuple[int, ...], p: float, rng: torch.Generator) -> Float[Tensor, "*shape"]:
    """Draw a mask of zeros and 1 / (1 - p), every entry for itself."""
    if not 0 <= p <= 1:
        raise ValueError(f"p must lie between 0 and 1, got {p}")
    if p == 1:
        return torch.zeros(shape, dtype=torch.float64, device=rng.device)
    u = torch.rand(shape, generator=rng, dtype=torch.float64, device=rng.device)  # uniform on [0, 1)
    return (u >= p).to(torch.float64) / (1 - p)  # below p with probability p
