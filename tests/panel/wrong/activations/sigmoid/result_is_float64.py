# verdict: wrong
# mistake: The result array is made with the default dtype, so float32 in gives float64 out.
# told: returns_float64
import numpy as np


def sigmoid(x):
    out = np.zeros(x.shape)
    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))
    e = np.exp(x[~pos])
    out[~pos] = e / (1 + e)
    return out
