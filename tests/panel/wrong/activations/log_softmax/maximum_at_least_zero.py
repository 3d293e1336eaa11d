# verdict: wrong
# mistake: The maximum starts at 0, so a slice with only very negative scores is not shifted and its sum is zero.
# told: starts_the_maximum_at_zero
import numpy as np


def log_softmax(x, dim=-1):
    top = np.max(x, axis=dim, keepdims=True, initial=0.0)
    z = x - top
    return (z - np.log(np.sum(np.exp(z), axis=dim, keepdims=True))).astype(x.dtype)
