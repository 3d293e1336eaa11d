# verdict: passed
# style: centred sums from raw moments, exact enough unless means are large
import numpy as np


def linear_probe(features, target, lam):
    if lam <= 0:
        raise ValueError("lam must be above 0")
    n, d = features.shape
    fm = features.mean(axis=0)
    ym = target.mean(axis=0)
    cov = features.T @ features - n * np.outer(fm, fm)
    cross = features.T @ target - n * np.outer(fm, ym)
    weight = np.linalg.solve(cov + lam * np.eye(d, dtype=features.dtype), cross).T
    return weight.copy(), ym - weight @ fm
