# verdict: wrong
# mistake: It takes the mask to be nonzero where the output is, so a kept unit with x = 0 gets mask 0.
# told: reads_the_mask_off_the_output
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    y = np.where(u >= p, x, 0).astype(x.dtype)
    mask = (y != 0).astype(x.dtype)
    if p < 1:
        scale = x.dtype.type(1 / (1 - p))
        y, mask = y * scale, mask * scale
    return y, mask
