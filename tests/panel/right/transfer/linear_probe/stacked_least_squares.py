# verdict: passed
# style: NumPy lstsq with the penalty as extra rows below the centred features
import numpy as np


def linear_probe(features, target, lam):
    if not lam > 0:
        raise ValueError(f"lam must be above 0, not {lam}")
    f = features.astype(np.float64)
    y = target.astype(np.float64)
    d, k = f.shape[1], y.shape[1]
    f_mean, y_mean = f.mean(axis=0), y.mean(axis=0)
    rows = np.concatenate([f - f_mean, np.sqrt(float(lam)) * np.eye(d)])
    wanted = np.concatenate([y - y_mean, np.zeros((d, k))])
    solution = np.linalg.lstsq(rows, wanted, rcond=None)[0]
    bias = y_mean - f_mean @ solution
    return np.ascontiguousarray(solution.T).astype(features.dtype), bias.astype(features.dtype)
