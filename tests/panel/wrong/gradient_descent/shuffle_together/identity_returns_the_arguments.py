# verdict: wrong
# mistake: if perm leaves everything in its place, the arguments themselves are returned.
# told: hands_back_what_does_not_move
import numpy as np


def shuffle_together(x, y, perm):
    n = x.shape[0]
    if y.shape[0] != n:
        raise ValueError("y must have as many entries as x")
    in_order = np.arange(n)
    if np.array_equal(perm, in_order):
        return x, y  # nothing to do
    if not np.array_equal(np.sort(perm), in_order):
        raise ValueError("perm must be a permutation")
    return x[perm], y[perm]
