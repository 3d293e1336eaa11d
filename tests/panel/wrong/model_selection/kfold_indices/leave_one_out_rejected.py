# verdict: raised
# mistake: k = n is rejected, though leave-one-out is allowed.
# told: rejects_leave_one_out
import numpy as np


def kfold_indices(perm, k):
    n = len(perm)
    if k not in range(2, n):
        raise ValueError("k must be from 2 to n")
    pairs = []
    for fold in np.array_split(np.arange(n), k):
        mask = np.ones(n, dtype=bool)
        mask[fold] = False
        pairs.append((perm[mask], perm[fold]))
    return pairs
