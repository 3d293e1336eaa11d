# verdict: wrong
# mistake: power iteration starts from a vector of ones, which may be orthogonal to the steepest direction.
import numpy as np


def critical_learning_rate(hessian):
    size = np.abs(hessian).max()
    if np.abs(hessian - hessian.T).max() > 1e-6 * size:
        raise ValueError("hessian must be symmetric")
    v = np.ones(len(hessian))
    v /= np.linalg.norm(v)
    for _ in range(500):
        hv = hessian @ v
        length = np.linalg.norm(hv)
        if length == 0:
            return float("inf")
        v = hv / length
    return 2.0 / (v @ hessian @ v)
