# verdict: wrong
# mistake: For a slope of 1 the shortcut returns the input itself and not a new array.
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    if negative_slope == 1:
        return x
    out = x.copy()
    out[x < 0] *= negative_slope
    return out
