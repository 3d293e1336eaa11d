# verdict: wrong
# mistake: only the number of entries of u is compared, and a u of another shape is reshaped without an error.
# told: compares_sizes_only
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.size != x.size:
        raise ValueError(f"u needs {x.size} numbers, got {u.size}")
    u = u.reshape(x.shape)
    if training:
        scale = 1 / (1 - p) if p < 1 else 0
        mask = np.where(u < p, 0, scale).astype(x.dtype)
    else:
        mask = np.ones_like(x)
    return x * mask, mask
