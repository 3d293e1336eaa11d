# verdict: wrong
# mistake: Returns the input itself when no element is negative, where a new array is asked for.
import numpy as np


def relu(x):
    mask = x < 0
    if not mask.any():
        return x            # nothing to do
    out = x.copy()
    out[mask] = 0
    return out
