# verdict: wrong
# mistake: The mask is float64 whatever x is, so float32 activations come out as float64.
# told: computes_in_float64
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        mask = np.ones(x.shape)
    elif p == 1:
        mask = np.zeros(x.shape)
    else:
        mask = np.where(u >= p, np.float64(1 / (1 - p)), np.float64(0))
    return x * mask, mask
