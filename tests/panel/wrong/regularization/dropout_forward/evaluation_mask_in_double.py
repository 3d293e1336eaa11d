# verdict: wrong
# mistake: Only in evaluation the mask of ones is float64 although x is float32.
# told: evaluates_in_float64
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones(x.shape)
    keep = (u >= p).astype(x.dtype)
    mask = keep if p == 1 else keep / x.dtype.type(1 - p)
    return x * mask, mask
