# verdict: wrong
# mistake: Shifts by the midpoint of lowest and highest finite score instead of the maximum, so a slice that spreads widely overflows to NaN.
# told: subtracts_the_mean
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    z = x / temperature
    hi = z.max(axis=dim, keepdims=True)
    lo = np.where(np.isneginf(z), hi, z).min(axis=dim, keepdims=True)
    e = np.exp(z - (hi + lo) / 2)
    return e / e.sum(axis=dim, keepdims=True)
