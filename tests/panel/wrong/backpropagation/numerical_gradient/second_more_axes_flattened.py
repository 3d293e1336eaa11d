# verdict: wrong
# mistake: an x of more than two axes is taken as a matrix of rows, so f gets another shape than that of x.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    if point.ndim > 2:
        point = point.reshape(point.shape[0], -1)
    grad = np.zeros(point.shape)
    for idx in np.ndindex(*point.shape):
        old = point[idx]
        point[idx] = old + eps
        up = float(f(point))
        point[idx] = old - eps
        down = float(f(point))
        point[idx] = old
        grad[idx] = (up - down) / (2 * eps)
    return grad.reshape(np.shape(x))[()]
