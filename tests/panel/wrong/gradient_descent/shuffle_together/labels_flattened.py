# verdict: wrong
# mistake: labels of shape (n, 1) come back as a flat array of shape (n,).
import numpy as np


def shuffle_together(x, y, perm):
    if len(y) != len(x):
        raise ValueError("y must have as many entries as x")
    if not np.array_equal(np.sort(perm), np.arange(len(x))):
        raise ValueError("perm must be a permutation")
    labels = np.squeeze(y[perm])
    if labels.ndim == 0:
        labels = labels.reshape(1)
    return x[perm], labels.copy()
