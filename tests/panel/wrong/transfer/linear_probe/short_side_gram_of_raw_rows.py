# verdict: wrong
# mistake: With fewer examples than features it solves the small N x N system, but with features that are not centred.
import numpy as np


def linear_probe(features, target, lam):
    if not lam > 0:
        raise ValueError(f"lam must be above 0, got {lam}")
    n, d = features.shape
    dtype = features.dtype
    f_mean = features.mean(axis=0)
    y_mean = target.mean(axis=0)
    y = target - y_mean
    if n >= d:
        f = features - f_mean
        gram = f.T @ f + lam * np.eye(d, dtype=dtype)
        weight = np.linalg.solve(gram, f.T @ y).T
    else:
        # (F^T F + lam I)^-1 F^T = F^T (F F^T + lam I)^-1, cheaper for few examples
        gram = features @ features.T + lam * np.eye(n, dtype=dtype)
        weight = (features.T @ np.linalg.solve(gram, y)).T
    bias = y_mean - weight @ f_mean
    return weight.astype(dtype), bias.astype(dtype)
