# verdict: wrong
# mistake: From the second layer on the first ReLU is left out, as if its input were never negative, but inputs above 1 make it negative.
import numpy as np


def relu(z):
    return np.maximum(z, 0)


def tent_network(x, k):
    if k < 0:
        raise ValueError("k must not be negative")
    out = x.copy()
    if k == 0:
        return out
    out = 2 * relu(out) - 4 * relu(out - 0.5)
    for _ in range(k - 1):
        # a tent is never negative, so the rising part needs no relu any more
        out = 2 * out - 4 * relu(out - 0.5)
    return out
