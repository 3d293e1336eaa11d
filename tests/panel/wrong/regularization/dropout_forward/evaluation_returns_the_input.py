# verdict: wrong
# mistake: With training=False it hands back x itself and not a new array.
# told: returns_x_itself
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x, np.ones_like(x)
    scale = 0.0 if p == 1 else 1.0 / (1.0 - p)
    mask = (u >= p).astype(x.dtype) * x.dtype.type(scale)
    return x * mask, mask
