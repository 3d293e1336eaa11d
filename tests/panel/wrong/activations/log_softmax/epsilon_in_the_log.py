# verdict: wrong
# mistake: A small epsilon inside the logarithm bounds the result at about -27.6.
# told: adds_a_small_number
import numpy as np


def log_softmax(x, dim=-1):
    e = np.exp(x - np.max(x, axis=dim, keepdims=True))
    p = e / np.sum(e, axis=dim, keepdims=True)
    return np.log(p + 1e-12).astype(x.dtype)
