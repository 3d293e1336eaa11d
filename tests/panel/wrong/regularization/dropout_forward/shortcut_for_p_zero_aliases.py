# verdict: wrong
# mistake: At p = 0 it takes a shortcut and returns x itself instead of a copy.
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if x.shape != u.shape:
        raise ValueError("u must match x in shape")
    if p == 0:
        return x, np.ones_like(x)
    if not training:
        return x.copy(), np.ones_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = np.where(u < p, 0, 1 / (1 - p)).astype(x.dtype)
    return x * mask, mask
