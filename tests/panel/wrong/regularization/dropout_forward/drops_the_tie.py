# verdict: wrong
# mistake: It keeps only u > p, so a unit whose u is exactly p is dropped; at p = 0 one with u = 0 is lost too.
# told: drops_where_u_equals_p
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = (u > p).astype(x.dtype) / x.dtype.type(1 - p)
    return x * mask, mask
