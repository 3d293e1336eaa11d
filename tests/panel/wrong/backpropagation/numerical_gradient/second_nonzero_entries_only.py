# verdict: wrong
# mistake: only the entries of x that are not zero are moved, so the gradient of a zero entry is always 0.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    grad = np.zeros(point.shape)
    if point.ndim == 0:
        return (float(f(point + np.array(eps))) - float(f(point - np.array(eps)))) / (2 * eps)
    for idx in zip(*np.nonzero(point)):
        old = point[idx]
        point[idx] = old + eps
        up = float(f(point))
        point[idx] = old - eps
        down = float(f(point))
        point[idx] = old
        grad[idx] = (up - down) / (2 * eps)
    return grad
