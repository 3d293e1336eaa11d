# verdict: wrong
# mistake: Works in place on the input for its negative entries, so the array of the caller is changed.
# told: overwrites_the_input
import numpy as np


def sigmoid(x):
    negative = x < 0
    e = np.abs(x, out=x)       # saves one temporary
    e = np.exp(-e)
    return np.where(negative, e, 1) / (1 + e)
