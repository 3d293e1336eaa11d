# grades: regularization/dropout_forward
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be a probability")
    if x.shape != u.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    mask = u >= p
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x * mask / (1 - p), mask
