# verdict: passed
# style: what each basis leaves over outside of the other subspace, no projector matrix
import numpy as np


def _basis(m):
    u, s, _ = np.linalg.svd(m.astype(np.float64), full_matrices=False)
    return u[:, s > 1e-5 * s[0]]


def subspace_distance(a, b):
    if a.shape[0] != b.shape[0]:
        raise ValueError(f"b has {b.shape[0]} rows, but a has {a.shape[0]}")
    qa, qb = _basis(a), _basis(b)
    left_of_a = qa - qb @ (qb.T @ qa)
    left_of_b = qb - qa @ (qa.T @ qb)
    return a.dtype.type(np.sqrt(np.sum(left_of_a**2) + np.sum(left_of_b**2)))
