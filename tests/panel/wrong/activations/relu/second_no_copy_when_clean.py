# verdict: wrong
# mistake: Returns the input itself when nothing is negative instead of a new array.
import numpy as np


def relu(x):
    bad = x < 0
    if not bad.any():
        return x
    out = x.copy()
    out[bad] = 0
    return out
