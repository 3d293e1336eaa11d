# verdict: wrong
# mistake: The corrected average is carried on to the next step, although inside the average must go on uncorrected.
# told: goes_on_with_the_corrected
import numpy as np


def ema(x, beta, bias_correction=True):
    if beta < 0 or beta >= 1:
        raise ValueError(f"beta must be in [0, 1), got {beta}")
    out = np.empty_like(x)
    m = np.zeros_like(x[0])
    for t in range(x.shape[0]):
        m = beta * m + (1 - beta) * x[t]
        if bias_correction:
            m = m / (1 - beta ** (t + 1))
        out[t] = m
    return out
