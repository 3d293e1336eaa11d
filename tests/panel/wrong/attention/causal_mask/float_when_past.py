# verdict: wrong
# mistake: The columns of the past are floating-point ones, which turn the whole mask into float64 where there is a past.
import numpy as np


def causal_mask(length, past=0):
    square = np.tril(np.full((length, length), True))
    if past > 0:
        return np.hstack([np.ones((length, past)), square])
    return square
