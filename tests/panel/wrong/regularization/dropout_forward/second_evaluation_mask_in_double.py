# verdict: wrong
# mistake: in evaluation the mask of ones is float64, whatever the dtype of x.
# told: evaluates_in_float64
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return np.array(x), np.ones(x.shape)
    mask = (u >= p).astype(x.dtype)
    if p < 1:
        mask /= 1 - p
    return x * mask, mask
