# verdict: passed
# style: prefix scan by shifts that double, O(T log T) without a loop over time
import numpy as np


def ema(x, beta, bias_correction=True):
    if not 0 <= beta < 1:
        raise ValueError(f"beta must be at least 0 and below 1, got {beta}")
    T = x.shape[0]
    y = (1.0 - beta) * x.astype(np.float64)
    shift = 1
    while shift < T:
        # y holds the sums over the last `shift` values; now over twice as many
        y[shift:] = y[shift:] + beta**shift * y[:-shift]
        shift *= 2
    if bias_correction:
        weights = 1.0 - float(beta) ** np.arange(1, T + 1)
        y = y / weights.reshape((T,) + (1,) * (x.ndim - 1))
    return y.astype(x.dtype)
