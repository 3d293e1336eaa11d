# verdict: raised
# mistake: Takes over the check of dropout, 0 <= p < 1, and refuses p = 1, which should give zeros.
# told: refuses_one
import numpy as np


def corrupt(x, u, p):
    if not 0 <= p < 1:
        raise ValueError(f"p must be in [0, 1), got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the same shape as x")
    noisy = np.array(x, copy=True)
    noisy[u < p] = 0
    return noisy
