# verdict: wrong
# mistake: Does not check the numbers of rows: a b with a single row is broadcast, any other gives an error that does not name b.
# told: checks_nothing
import numpy as np


def projection(m):
    u, s, _ = np.linalg.svd(m, full_matrices=False)
    q = u[:, : np.count_nonzero(s > 1e-5 * s.max())]
    return q @ q.T


def subspace_distance(a, b):
    return np.linalg.norm(projection(a) - projection(b), ord="fro")
