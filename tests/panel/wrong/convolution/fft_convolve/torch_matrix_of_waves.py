# verdict: raised
# mistake: The transform is a full P x P matrix, not a fast Fourier transform, so its memory grows with the square of the length.
import math

import torch


def _dft_matrix(p):
    k = torch.arange(p)
    angle = -2 * math.pi * (torch.outer(k, k) % p).to(torch.float64) / p
    return torch.polar(torch.ones_like(angle), angle)


def fft_convolve(a, b, mode="linear"):
    if mode not in ("linear", "circular"):
        raise ValueError("mode must be 'linear' or 'circular'")
    n, m = len(a), len(b)
    if n == 0:
        raise ValueError("a is empty")
    if m == 0:
        raise ValueError("b is empty")
    p = n + m - 1 if mode == "linear" else max(n, m)
    F = _dft_matrix(p)
    A = F[:, :n] @ a.to(torch.complex128)
    B = F[:, :m] @ b.to(torch.complex128)
    y = F.conj() @ (A * B) / p
    return y.real.to(a.dtype)
