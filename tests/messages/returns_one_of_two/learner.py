# grades: regularization/dropout_forward
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if x.shape != u.shape:
        raise ValueError("u")
    if not training:
        return x.copy()
    mask = np.zeros_like(x) if p == 1 else (u >= p).astype(x.dtype) / (1 - p)
    return x * mask
