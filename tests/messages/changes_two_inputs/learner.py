# grades: regularization/dropout_forward
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p is not a probability")
    if u.shape != x.shape:
        raise ValueError("u has the wrong shape")
    if not training:
        u[...] = 1
    elif p == 1:
        u[...] = 0
    else:
        u[...] = (u >= p) / (1 - p)
    x *= u
    return x, u
