# grades: regularization/dropout_forward
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not training:
        return x.copy(), np.ones_like(x)
    if p >= 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = np.where(u >= p, 1 / (1 - p), 0).astype(x.dtype)
    return x * mask, mask
