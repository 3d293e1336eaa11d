# verdict: wrong
# mistake: The result is float64 although x is float32.
# told: returns_float64
import numpy as np


def log_softmax(x, dim=-1):
    x = x.astype(np.float64)
    z = x - x.max(axis=dim, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))
