# verdict: wrong
# mistake: np.atleast_1d gives a single number without an axis the shape (1,).
# told: gives_a_single_number_an_axis
import numpy as np


def swish(x, beta=1.0):
    x = np.atleast_1d(x)
    t = beta * x
    out = np.zeros_like(x)
    right = t >= 0
    out[right] = x[right] / (1 + np.exp(-t[right]))
    e = np.exp(t[~right])
    out[~right] = x[~right] * e / (1 + e)
    return out
