# verdict: wrong
# mistake: "exactly p" is tested with isclose, so numbers a little below p are kept as well.
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    keep = (u > p) | np.isclose(u, p)
    mask = np.where(keep, 1 / (1 - p), 0).astype(x.dtype)
    return np.multiply(x, mask), mask
