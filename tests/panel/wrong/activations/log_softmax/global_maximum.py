# verdict: wrong
# mistake: The maximum of the whole array is subtracted, so a slice far below the others sums to zero.
# told: shifts_by_the_global_maximum
import numpy as np


def log_softmax(x, dim=-1):
    z = x - x.max()
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))
