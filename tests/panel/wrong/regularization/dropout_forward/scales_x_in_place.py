# verdict: wrong
# mistake: It multiplies into x itself, so the caller's activations are changed.
# told: overwrites_x
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    mask = np.ones_like(x)
    if training:
        mask[u < p] = 0
        if p < 1:
            mask /= 1 - p
        x *= mask
    return x.copy(), mask
