# verdict: wrong
# mistake: np.vectorize is a Python loop over the elements, where the statement asks for work on whole arrays.
import math

import numpy as np


def swish(x, beta=1.0):
    def one(v):
        u = beta * v
        if u >= 0:
            return v / (1.0 + math.exp(-u))
        e = math.exp(u)
        return v * (e / (1.0 + e))

    if x.size == 0:
        return x.copy()
    return np.asarray(np.vectorize(one, otypes=[float])(x)).astype(x.dtype)
