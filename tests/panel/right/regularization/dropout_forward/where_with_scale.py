# verdict: passed
# style: vectorised NumPy, np.where with a scalar scale
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError(f"u must have the shape of x, {x.shape}, but has {u.shape}")
    if not training:
        return x.copy(), np.ones_like(x)
    scale = 1.0 / (1.0 - p) if p < 1 else 0.0
    mask = np.where(u >= p, scale, 0.0).astype(x.dtype)
    y = np.asarray(x * mask)
    return y, mask
