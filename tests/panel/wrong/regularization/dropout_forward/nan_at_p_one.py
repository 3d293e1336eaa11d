# verdict: wrong
# mistake: At p = 1 it divides 0 by 0 and returns NaN instead of zeros.
# told: divides_zero_by_zero
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (u >= p).astype(x.dtype)
    mask /= 1 - p
    return x * mask, mask
