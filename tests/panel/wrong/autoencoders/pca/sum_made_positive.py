# verdict: wrong
# mistake: Chooses the sign so that the sum of the entries is positive, and not the entry with the largest absolute value.
# told: makes_the_sum_positive
import numpy as np


def pca(x, k):
    n, d = x.shape
    if not 1 <= k <= d:
        raise ValueError("k must be between 1 and the number of features")
    mean = x.mean(axis=0)
    _, s, vt = np.linalg.svd(x - mean, full_matrices=False)
    components = vt[:k]
    signs = np.where(components.sum(axis=1) < 0, -1, 1).astype(x.dtype)
    components = components * signs[:, None]
    return mean, components, np.sum(s[k:] ** 2) / (n * d)
