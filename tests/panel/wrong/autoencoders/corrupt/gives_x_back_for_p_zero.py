# verdict: wrong
# mistake: With p = 0 it returns x itself, where a copy is asked for.
# told: hands_back_x
import numpy as np


def corrupt(x, u, p):
    if not 0.0 <= p <= 1.0:
        raise ValueError("p must be in [0, 1]")
    if x.shape != u.shape:
        raise ValueError("u must have the shape of x")
    if p == 0:
        return x  # nothing gets lost
    if p == 1:
        return np.zeros_like(x)
    return np.where(u < p, np.zeros_like(x), x)
