# verdict: wrong
# mistake: Keeps at least one direction, so a matrix of zeros spans a line instead of the zero vector only.
import numpy as np


def orthonormal(m):
    u, s, _ = np.linalg.svd(m, full_matrices=False)
    rank = max(1, int((s > 1e-5 * s[0]).sum()))
    return u[:, :rank]


def subspace_distance(a, b):
    if a.shape[0] != b.shape[0]:
        raise ValueError("b must have as many rows as a")
    qa, qb = orthonormal(a), orthonormal(b)
    return np.sqrt(np.sum((qa @ qa.T - qb @ qb.T) ** 2))
