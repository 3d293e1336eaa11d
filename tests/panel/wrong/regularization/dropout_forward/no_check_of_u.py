# verdict: wrong
# mistake: The shape of u is never checked, so one row for the whole batch is broadcast silently.
# told: broadcasts_u
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    mask = np.ones_like(x)
    if training:
        scale = 1 / (1 - p) if p < 1 else 0.0
        mask = mask * np.where(u >= p, scale, 0.0).astype(x.dtype)
    return x * mask, mask
