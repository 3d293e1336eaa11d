# verdict: wrong
# mistake: Time runs along the last axis here, where the statement has it along the first; only for one-dimensional series is that the same.
# told: averages_the_last_axis
import numpy as np


def ema(x, beta, bias_correction=True):
    if not 0 <= beta < 1:
        raise ValueError("beta must be at least 0 and less than 1")
    out = np.zeros_like(x)
    prev = np.zeros(x.shape[:-1], dtype=x.dtype)
    for t in range(x.shape[-1]):
        prev = beta * prev + (1 - beta) * x[..., t]
        out[..., t] = prev / (1 - beta ** (t + 1)) if bias_correction else prev
    return out
