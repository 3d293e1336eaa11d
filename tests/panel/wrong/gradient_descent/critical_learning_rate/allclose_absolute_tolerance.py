# verdict: wrong
# mistake: np.allclose has an absolute tolerance of 1e-8, so a small hessian that is clearly not symmetric is accepted.
import numpy as np


def critical_learning_rate(hessian):
    if not np.allclose(hessian, hessian.T):
        raise ValueError("hessian must be symmetric")
    largest = np.linalg.eigvalsh(hessian)[-1]
    if largest <= 0:
        return np.inf
    return 2.0 / largest
