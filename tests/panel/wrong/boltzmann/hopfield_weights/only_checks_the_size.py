# verdict: wrong
# mistake: Refuses entries beyond -1 and +1 only, so that 0 and 0.5 are stored.
# told: checks_the_range
import numpy as np


def hopfield_weights(patterns):
    if np.any(np.abs(patterns) > 1):
        raise ValueError("patterns must consist of -1 and +1")
    n = patterns.shape[1]
    w = patterns.T @ patterns / n
    np.fill_diagonal(w, 0)
    return w.astype(patterns.dtype)
