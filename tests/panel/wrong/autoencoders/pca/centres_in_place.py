# verdict: wrong
# mistake: Subtracts the mean from x in place, so the caller's data are changed.
# told: overwrites_x
import numpy as np


def pca(x, k):
    if k < 1 or k > x.shape[1]:
        raise ValueError("k must be from 1 to D")
    mean = x.mean(axis=0)
    x -= mean
    _, s, vh = np.linalg.svd(x, full_matrices=False)
    v = vh[:k].copy()
    for j in range(k):
        if v[j, np.argmax(np.abs(v[j]))] < 0:
            v[j] *= -1
    return mean, v, (s[k:] ** 2).sum() / x.size
