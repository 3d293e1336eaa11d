# verdict: passed
# style: one entry at a time over np.ndindex
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p > 1 or p < 0:
        raise ValueError(f"p = {p} is no probability")
    if tuple(x.shape) != tuple(u.shape):
        raise ValueError("u: one number for each entry of x is needed")
    scale = 1 / (1 - p) if p != 1 else 0.0
    y, mask = np.empty(x.shape, x.dtype), np.empty(x.shape, x.dtype)
    for i in np.ndindex(*x.shape):
        if not training:
            mask[i] = 1
        elif u[i] < p:
            mask[i] = 0
        else:
            mask[i] = scale
        y[i] = x[i] * mask[i]
    return y, mask
