# verdict: wrong
# mistake: to save calls the step down is left out where the step up changes nothing, wrong at a kink such as max(0, -x) in 0.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    centre = float(f(point))
    grad = np.zeros(point.shape)
    for idx in np.ndindex(point.shape):
        old = point[idx]
        point[idx] = old + eps
        up = float(f(point))
        if up != centre:
            point[idx] = old - eps
            grad[idx] = (up - float(f(point))) / (2 * eps)
        point[idx] = old
    return grad[()]
