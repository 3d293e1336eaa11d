# verdict: wrong
# mistake: Fills a buffer made by np.zeros(x.shape), so float32 comes back as float64.
# told: returns_float64
import numpy as np


def sigmoid(x):
    out = np.zeros(x.shape)
    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))
    t = np.exp(x[~pos])
    out[~pos] = t / (1 + t)
    return out
