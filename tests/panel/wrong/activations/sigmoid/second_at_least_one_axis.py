# verdict: wrong
# mistake: np.atleast_1d lets a single number with no axis come back with shape (1,).
# told: adds_an_axis
import numpy as np


def sigmoid(x):
    v = np.atleast_1d(x)
    out = np.empty_like(v)
    pos = v >= 0
    out[pos] = 1 / (1 + np.exp(-v[pos]))
    e = np.exp(v[~pos])
    out[~pos] = e / (1 + e)
    return out
