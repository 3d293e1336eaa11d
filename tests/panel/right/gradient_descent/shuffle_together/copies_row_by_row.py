# verdict: passed
# style: empty results filled one sample at a time, check while counting
import numpy as np


def shuffle_together(x, y, perm):
    n = x.shape[0]
    if y.shape[0] != n:
        raise ValueError(f"y has {y.shape[0]} labels for {n} samples")
    if sorted(perm.tolist()) != list(range(n)):
        raise ValueError(f"perm is no permutation of {n} numbers")
    new_x = np.empty(x.shape, dtype=x.dtype)
    new_y = np.empty(y.shape, dtype=y.dtype)
    for place, source in enumerate(perm):
        new_x[place] = x[source]
        new_y[place] = y[source]
    return new_x, new_y
