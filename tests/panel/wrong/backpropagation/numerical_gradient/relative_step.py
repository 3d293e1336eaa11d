# verdict: wrong
# mistake: It scales the step with the size of the entry, but the step must be used as given, the same for all entries.
# told: scales_the_step
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        h = eps * max(1.0, abs(float(x[index])))
        up, down = x.astype(np.float64), x.astype(np.float64)
        up[index] += h
        down[index] -= h
        grad[index] = (f(up) - f(down)) / (2 * h)
    return grad[()]
