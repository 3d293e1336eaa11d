# verdict: wrong
# mistake: The maximum is taken with initial value 0, so a slice of only very negative scores is not shifted and comes out infinite.
# told: starts_the_maximum_at_zero
import numpy as np


def log_softmax(x, dim=-1):
    top = np.max(x, axis=dim, keepdims=True, initial=0.0)
    z = x - top
    with np.errstate(divide="ignore"):
        return z - np.log(np.sum(np.exp(z), axis=dim, keepdims=True))
