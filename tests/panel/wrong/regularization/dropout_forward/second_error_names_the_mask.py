# verdict: wrong
# mistake: the error about the shape speaks of a mask and never names the argument.
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("mask and x differ in shape")
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (u >= p).astype(x.dtype) * x.dtype.type(1 / (1 - p) if p < 1 else 0)
    return x * mask, mask
