# verdict: wrong
# mistake: A slope of 1 returns the input array itself, where a new array is asked for.
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    if negative_slope == 1:
        return x  # identity
    y = x.copy()
    y[y < 0] = y[y < 0] * negative_slope
    return y
