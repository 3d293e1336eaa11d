# verdict: wrong
# mistake: the kept entries are found as those still above 0, so at p = 0 a draw of exactly 0 is dropped.
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    mask = u.astype(x.dtype)
    mask[u < p] = 0
    if p < 1:
        mask[mask > 0] = 1 / (1 - p)
    return x * mask, mask
