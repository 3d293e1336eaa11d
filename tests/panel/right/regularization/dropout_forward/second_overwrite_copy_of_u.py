# verdict: passed
# style: the mask grows out of a copy of u by boolean assignment
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError(f"u must have the shape of x, {x.shape}, got {u.shape}")
    mask = np.array(u, dtype=x.dtype)
    if training:
        kept = u >= p
        mask[~kept] = 0
        mask[kept] = 1 / (1 - p) if p < 1 else 0
    else:
        mask.fill(1)
    y = np.empty_like(mask)
    np.multiply(x, mask, out=y)
    return y, mask
