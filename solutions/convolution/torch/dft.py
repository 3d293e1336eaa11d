"""The same in PyTorch, from primitives.  `polar` makes complex numbers of lengths and angles.  Whole numbers divided give
float32 here, whatever the signal is, so the numbers say float64; and a matrix meets a vector of its own type only.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Complex, Inexact
    from torch import Tensor


def dft(x: Inexact[Tensor, "N"], inverse: bool = False) -> Complex[Tensor, "N"]:
    """Transform a signal into its frequencies, or frequencies back into their signal."""
    if len(x) == 0:
        raise ValueError("x must have at least one sample")
    # equivalent: + => -, because what is added or subtracted is zero
    n, x = len(x), x + 0j  # complex of the same precision
    number = x.new_tensor(range(n), dtype=torch.float64)
    angles = torch.outer(number, number) * (2 * math.pi / n)
    waves = torch.polar(torch.ones_like(angles), angles if inverse else -angles)
    # equivalent: "kn,n->k" => "nk,n->k", because the matrix of waves is symmetric
    result = torch.einsum("kn,n->k", waves.to(x.dtype), x)
    return result / n if inverse else result
