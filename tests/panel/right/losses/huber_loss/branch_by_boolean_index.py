# verdict: passed
# style: fills loss and gradient branch by branch with boolean indexing
import numpy as np


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target must have the same shape as input")
    if not delta > 0:
        raise ValueError("delta must be positive")
    delta = float(delta)
    e = np.asarray(input - target)
    n = e.size
    costs = np.empty_like(e)
    grad = np.empty_like(e)
    small = np.abs(e) <= delta
    large = np.logical_not(small)
    costs[small] = e[small] ** 2 / 2
    costs[large] = delta * (np.abs(e[large]) - delta / 2)
    grad[small] = e[small]
    grad[large] = delta * np.sign(e[large])
    grad /= n
    return costs.sum() / n, grad
