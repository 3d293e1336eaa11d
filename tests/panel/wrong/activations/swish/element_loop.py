# verdict: wrong
# mistake: A Python loop visits every element, which the statement forbids: it takes seconds for a million of them.
import math

import numpy as np


def swish(x, beta=1.0):
    out = np.empty_like(x)
    for index in np.ndindex(x.shape):
        v = float(x[index])
        t = beta * v
        if t >= 0:
            out[index] = v / (1 + math.exp(-t))
        else:
            out[index] = v * math.exp(t) / (1 + math.exp(t))
    return out
