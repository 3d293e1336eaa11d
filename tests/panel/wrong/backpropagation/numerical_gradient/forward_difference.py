# verdict: wrong
# mistake: It takes the one-sided difference (f(x + eps) - f(x)) / eps instead of the central one.
# told: takes_the_forward_difference
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    base = x.astype(np.float64)
    f0 = f(base.copy())
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        y = base.copy()
        y[index] += eps
        grad[index] = (f(y) - f0) / eps
    return grad[()]
