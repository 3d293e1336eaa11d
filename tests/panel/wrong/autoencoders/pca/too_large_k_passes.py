# verdict: wrong
# mistake: Only checks that k is at least 1; a k above D silently gives D components.
import numpy as np


def pca(x, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    mu = np.mean(x, axis=0)
    xc = x - mu
    _, _, vt = np.linalg.svd(xc, full_matrices=False)
    v = vt[:k]
    pos = np.abs(v).argmax(axis=1)
    v = v * np.sign(v[np.arange(len(v)), pos])[:, None]
    xhat = mu + xc @ v.T @ v
    return mu, v, np.mean((xhat - x) ** 2)
