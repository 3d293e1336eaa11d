"""The same in PyTorch, whose transforms have the same names and let gradients through.  (On a GPU a length of many small prime
factors is faster; fill up further then, and cut the result.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def fft_convolve(a: Float[Tensor, "N"], b: Float[Tensor, "M"], mode: str = "linear") -> Float[Tensor, "K"]:
    """Convolve two signals by multiplying their spectra."""
    for name, signal in {"a": a, "b": b}.items():
        if len(signal) == 0:
            raise ValueError(f"{name} must have at least one sample")
    if mode == "linear":
        period = len(a) + len(b) - 1
    elif mode == "circular":
        period = max(len(a), len(b))
    else:
        raise ValueError(f"mode must be 'linear' or 'circular', got {mode!r}")
    spectrum = torch.fft.rfft(a, n=period) * torch.fft.rfft(b, n=period)
    return torch.fft.irfft(spectrum, n=period)
