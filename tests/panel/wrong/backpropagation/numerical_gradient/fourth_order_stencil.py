# verdict: wrong
# mistake: It uses the four-point formula of fourth order, which is another number than the central difference asked for.
# told: takes_four_points
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    def at(index, delta):
        y = x.astype(np.float64)
        y[index] += delta
        return float(f(y))

    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        grad[index] = (
            8 * (at(index, eps) - at(index, -eps)) - (at(index, 2 * eps) - at(index, -2 * eps))
        ) / (12 * eps)
    return grad[()]
