# verdict: wrong
# mistake: Counts the singular values above 1e-5 itself, and not above 1e-5 times the largest one.
# told: has_an_absolute_threshold
import numpy as np


def projector(m):
    u, s, _ = np.linalg.svd(m, full_matrices=False)
    q = u[:, s > 1e-5]
    return q @ q.T


def subspace_distance(a, b):
    if a.shape[0] != b.shape[0]:
        raise ValueError("b must have the same number of rows as a")
    return np.linalg.norm(projector(a) - projector(b))
