"""The same in PyTorch, from primitives.  `torch.randn` draws with deviation 1; it is told the generator, the dtype and the
device, because it would take the global ones otherwise.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def kaiming_normal(
    shape: tuple[int, ...],
    rng: torch.Generator,
    a: float = 0.0,
    mode: str = "fan_in",
) -> Float[Tensor, "*shape"]:
    """Draw the weight of a layer in front of a ReLU from a normal distribution with He's variance."""
    if len(shape) < 2:
        raise ValueError(f"shape needs at least two axes, got {shape}")
    if mode not in {"fan_in", "fan_out"}:
        raise ValueError(f"mode must be fan_in or fan_out, got {mode!r}")
    fan = (shape[1] if mode == "fan_in" else shape[0]) * math.prod(shape[2:])
    std = math.sqrt(2 / (1 + a * a) / fan)
    # equivalent: , device=rng.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    normal = torch.randn(shape, generator=rng, dtype=torch.float64, device=rng.device)
    # equivalent: std * normal => -(std * normal), because the normal distribution is symmetric.
    return std * normal
