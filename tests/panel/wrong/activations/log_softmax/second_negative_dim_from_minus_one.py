# verdict: wrong
# mistake: Counts a negative dim off by one except for -1, so dim=-2 takes the last axis.
import numpy as np


def log_softmax(x, dim=-1):
    if dim < -1:
        dim = x.ndim + dim + 1
    z = x - x.max(axis=dim, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))
