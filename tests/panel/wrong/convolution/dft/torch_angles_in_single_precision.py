# verdict: imprecise
# mistake: For float32 the angles 2 pi k n / N are computed in float32 without taking k n modulo N, so for a long signal they are off by a visible part of a turn.
import math

import torch


def dft(x, inverse=False):
    N = x.shape[0]
    if N == 0:
        raise ValueError("x must not be empty")
    real = torch.float32 if x.dtype in (torch.float32, torch.complex64) else torch.float64
    k = torch.arange(N, dtype=real).reshape(-1, 1)
    n = torch.arange(N, dtype=real).reshape(1, -1)
    angle = 2 * math.pi * k * n / N
    sign = 1 if inverse else -1
    W = torch.complex(torch.cos(angle), sign * torch.sin(angle))
    X = W @ x.to(W.dtype)
    return X / N if inverse else X
