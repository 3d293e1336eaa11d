# verdict: wrong
# mistake: Adds the products up in int8, which overflows as soon as there are more than 127 patterns.
import numpy as np


def hopfield_weights(patterns):
    if not np.isin(patterns, (-1, 1)).all():
        raise ValueError("patterns must only contain -1 and +1")
    p = patterns.astype(np.int8)  # units are +-1, so this is exact
    n = p.shape[1]
    w = (p.T @ p) / n
    np.fill_diagonal(w, 0.0)
    return w.astype(patterns.dtype)
