# verdict: passed
# style: boolean masks, one formula for each sign
import numpy as np


def sigmoid(x):
    out = np.empty_like(x)
    pos = x >= 0
    neg = np.logical_not(pos)
    out[pos] = 1.0 / (1.0 + np.exp(-x[pos]))
    e = np.exp(x[neg])
    out[neg] = e / (1.0 + e)
    return out
