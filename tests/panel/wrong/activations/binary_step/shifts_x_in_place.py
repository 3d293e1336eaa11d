# verdict: wrong
# mistake: The threshold is subtracted from x in place, so the caller's array is changed.
import numpy as np


def binary_step(x, threshold=0.0):
    if threshold != 0:
        x -= threshold
    out = np.zeros_like(x)
    out[x > 0] = 1
    return out
