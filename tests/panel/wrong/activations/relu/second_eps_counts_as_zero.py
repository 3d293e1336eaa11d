# verdict: wrong
# mistake: Stops everything below machine epsilon, so small positive numbers are lost.
import numpy as np


def relu(x):
    tiny = np.finfo(x.dtype).eps
    out = x.copy()
    out[out < tiny] = 0
    return out
