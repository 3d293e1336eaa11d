# verdict: passed
# style: plain loop over all entries of flat copies
import numpy as np


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be a probability, from 0 to 1")
    if x.shape != u.shape:
        raise ValueError("u does not have the same shape as x")
    y = np.zeros(x.shape, dtype=x.dtype)
    mask = np.zeros(x.shape, dtype=x.dtype)
    for idx in np.ndindex(*x.shape):
        if not training:
            m = 1.0
        elif p == 1:
            m = 0.0
        elif u[idx] < p:
            m = 0.0
        else:
            m = 1.0 / (1.0 - p)
        mask[idx] = m
        y[idx] = x[idx] * m
    return y, mask
