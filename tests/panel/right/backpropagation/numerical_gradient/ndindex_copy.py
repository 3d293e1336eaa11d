# verdict: passed
# style: np.ndindex, a fresh pair of copies for every entry
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    grad = np.zeros(x.shape, dtype=np.float64)
    for index in np.ndindex(x.shape):
        up = x.astype(np.float64)
        down = x.astype(np.float64)
        up[index] += eps
        down[index] -= eps
        grad[index] = (f(up) - f(down)) / (2 * eps)
    return grad if x.ndim else float(grad)
