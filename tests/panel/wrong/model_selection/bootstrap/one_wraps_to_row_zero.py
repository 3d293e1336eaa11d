# verdict: wrong
# mistake: A u of exactly 1 is taken modulo n and gives row 0 in place of the last row.
# told: starts_again_at_one
import numpy as np


def bootstrap(u):
    if (u < 0).any() or (u > 1).any():
        raise ValueError("u must lie in [0, 1]")
    n = u.shape[0]
    idx = np.floor(u * n).astype(np.int64) % n
    oob = np.setdiff1d(np.arange(n), idx)
    return idx, oob
