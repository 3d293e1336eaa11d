# verdict: wrong
# mistake: It loops over the first axis only, so for a matrix it moves a whole row at once and writes one number into all of it.
# told: loops_over_the_first_axis
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    x = x.astype(np.float64)
    if x.ndim == 0:
        return (f(np.array(x + eps)) - f(np.array(x - eps))) / (2 * eps)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        up = x.copy()
        down = x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad
