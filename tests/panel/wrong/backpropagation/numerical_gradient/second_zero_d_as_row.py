# verdict: wrong
# mistake: a 0-d x is handed to f with shape (1,), which is not the shape of x.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.atleast_1d(np.array(x, dtype=np.float64))
    grad = np.zeros_like(point)
    for idx in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[idx] = eps
        grad[idx] = np.squeeze((f(point + step) - f(point - step)) / (2 * eps))
    return grad if np.ndim(x) else grad[0]
