"""The same in PyTorch, from primitives.  `bernoulli_` tosses a coin for each entry of a tensor, which lends it its shape, its
dtype and its device: that of the `torch.Generator`, which is handed over with each call instead of having methods of its own.
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
    # equivalent: , device=rng.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    kept = torch.empty(shape, dtype=torch.float64, device=rng.device).bernoulli_(1 - p, generator=rng)  # 1 with probability 1 - p
    return kept / (1 - p) if p < 1 else kept
