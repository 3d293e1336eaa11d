"""The same in PyTorch, from primitives.  `uniform_` fills a tensor that is there already, which lends it its shape, its dtype and
its device: that of the `torch.Generator`, which is handed over with each call instead of having methods of its own.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def xavier_uniform(shape: tuple[int, ...], rng: torch.Generator, gain: float = 1.0) -> Float[Tensor, "*shape"]:
    """Draw the weight of a layer from a uniform distribution with Xavier's variance."""
    if len(shape) < 2:
        raise ValueError(f"shape needs at least two axes, got {shape}")
    receptive_field = math.prod(shape[2:])
    bound = gain * math.sqrt(6 / ((shape[0] + shape[1]) * receptive_field))
    # equivalent: , device=rng.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    w = torch.empty(shape, dtype=torch.float64, device=rng.device)
    # equivalent: w.uniform_(-bound, bound, generator=rng) => -w.uniform_(-bound, bound, generator=rng), because of symmetry.
    return w.uniform_(-bound, bound, generator=rng)
