# verdict: wrong
# mistake: The mean of the finite scores is subtracted instead of the maximum, which overflows when the scores lie far apart.
# told: shifts_by_less_than_the_maximum
import numpy as np


def log_softmax(x, dim=-1):
    finite = np.isfinite(x)
    mean = np.mean(x, axis=dim, keepdims=True, where=finite)
    z = x - mean
    with np.errstate(over="ignore"):
        return (z - np.log(np.exp(z).sum(axis=dim, keepdims=True))).astype(x.dtype)
