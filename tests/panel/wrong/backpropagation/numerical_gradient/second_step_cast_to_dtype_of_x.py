# verdict: wrong
# mistake: the step is turned into the dtype of x, so for integers it is 0 and the gradient 0 / 0.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    eps = x.dtype.type(eps)
    point = x.astype(np.float64)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        old = point[idx]
        point[idx] = old + eps
        up = f(point)
        point[idx] = old - eps
        down = f(point)
        point[idx] = old
        grad[idx] = (up - down) / (2 * np.float64(eps))
    return grad[()]
