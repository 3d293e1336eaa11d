# verdict: passed
# style: zeros first, then only the survivors are written by boolean index
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p > 1 or p < 0:
        raise ValueError("p has to be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u: wrong shape")
    if not training:
        p, kept = 0.0, np.ones(x.shape, dtype=bool)
    else:
        kept = np.asarray(u >= p)
    mask, y = np.zeros_like(x), np.zeros_like(x)
    if p < 1:
        s = 1 / (1 - p)
        mask[kept] = s
        y[kept] = x[kept] * s
    return y, mask
