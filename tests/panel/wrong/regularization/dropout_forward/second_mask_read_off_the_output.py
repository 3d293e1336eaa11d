# verdict: wrong
# mistake: the mask is read off the output, so a kept activation that is 0 gets 0 where the mask must be the scale.
# told: reads_the_mask_off_the_output
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    scale = x.dtype.type(1 / (1 - p))
    y = np.where(u < p, 0, x * scale).astype(x.dtype)
    mask = (y != 0).astype(x.dtype) * scale
    return y, mask
