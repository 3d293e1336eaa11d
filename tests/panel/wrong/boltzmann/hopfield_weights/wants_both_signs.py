# verdict: raised
# mistake: Demands that both -1 and +1 occur, so patterns that are all +1 (or all -1) are refused although they are allowed.
import numpy as np


def hopfield_weights(patterns):
    if set(np.unique(patterns).tolist()) != {-1.0, 1.0}:
        raise ValueError("patterns: entries must be -1 or +1")
    n_units = patterns.shape[1]
    w = np.zeros((n_units, n_units), dtype=patterns.dtype)
    for p in patterns:
        w += np.outer(p, p)
    w /= n_units
    w[np.diag_indices(n_units)] = 0
    return w
