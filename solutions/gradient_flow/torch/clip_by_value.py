"""The same in PyTorch, from primitives.  The library's clip_grad_value_ calls clamp_, with an underscore, on each .grad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def clip_by_value(grads: list[Float[Tensor, "..."]], clip_value: float) -> list[Float[Tensor, "..."]]:
    """Cut off every entry of every gradient at plus and minus `clip_value`."""
    if clip_value < 0:
        raise ValueError(f"clip_value must be at least 0, got {clip_value}")
    return [torch.clamp(g, -clip_value, clip_value) for g in grads]
