# verdict: wrong
# mistake: A number without axis is turned into a vector of length 1 and the added axis is never taken away.
# told: adds_an_axis
import numpy as np


def sigmoid(x):
    x = np.atleast_1d(x)
    out = np.empty_like(x)
    for i in np.ndindex(x.shape):
        v = x[i]
        if v >= 0:
            out[i] = 1 / (1 + np.exp(-v))
        else:
            e = np.exp(v)
            out[i] = e / (1 + e)
    return out
