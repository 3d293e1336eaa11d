# verdict: passed
# style: shift by the maximum, then np.logaddexp.reduce
import numpy as np


def log_softmax(x, dim=-1):
    shifted = x - np.amax(x, axis=dim, keepdims=True)
    log_sum = np.logaddexp.reduce(shifted, axis=dim, keepdims=True)
    return np.asarray(shifted - log_sum, dtype=x.dtype)
