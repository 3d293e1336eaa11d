# verdict: wrong
# mistake: It compares only the number of entries, so a u of another shape slips through.
# told: compares_sizes_only
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.size != x.size:
        raise ValueError("u needs one number for each entry of x")
    if not training:
        return x.copy(), np.ones_like(x)
    scale = 1 / (1 - p) if p < 1 else 0.0
    mask = np.where(u.reshape(x.shape) >= p, scale, 0.0).astype(x.dtype)
    return x * mask, mask
