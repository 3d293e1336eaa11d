# verdict: passed
# style: product in float64, clipped, out of bag by bincount
import numpy as np


def bootstrap(u):
    if np.any(u < 0) or np.any(u > 1):
        raise ValueError("u has to lie between 0 and 1")
    n = len(u)
    idx = np.minimum((u.astype(np.float64) * n).astype(np.int64), n - 1)
    times = np.bincount(idx, minlength=n)
    return idx, np.flatnonzero(times == 0).astype(np.int64)
