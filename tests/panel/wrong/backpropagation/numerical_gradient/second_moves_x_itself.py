# verdict: raised
# mistake: a float64 x is not copied, so a function that also reads x sees it move, and a read-only x raises.
# told: borrows_the_input
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.asarray(x, dtype=np.float64)
    grad = np.empty(point.shape, dtype=np.float64)
    for idx in np.ndindex(point.shape):
        original = float(point[idx])
        try:
            point[idx] = original + eps
            up = float(f(point))
            point[idx] = original - eps
            down = float(f(point))
        finally:
            point[idx] = original
        grad[idx] = (up - down) / (2 * eps)
    return grad[()]
