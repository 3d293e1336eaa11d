# verdict: wrong
# mistake: A moved entry stays at x - eps while the next entries are measured, which shows as soon as f mixes its entries.
# told: never_moves_back
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    y = x.astype(np.float64)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        y[index] += eps
        plus = float(f(y))
        y[index] -= 2 * eps
        minus = float(f(y))
        grad[index] = (plus - minus) / (2 * eps)
    return grad[()]
