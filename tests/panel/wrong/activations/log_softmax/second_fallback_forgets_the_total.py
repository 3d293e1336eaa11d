# verdict: wrong
# mistake: Where the probability underflows it falls back to x - max and leaves the logarithm of the sum out, so [0, 0, -800] ends in -800 instead of -800.69.
import numpy as np


def log_softmax(x, dim=-1):
    z = x - x.max(axis=dim, keepdims=True)
    e = np.exp(z)
    p = e / e.sum(axis=dim, keepdims=True)
    with np.errstate(divide="ignore"):
        logs = np.log(p)
    return np.where(p == 0, z, logs)
