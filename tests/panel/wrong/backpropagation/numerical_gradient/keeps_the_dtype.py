# verdict: imprecise
# mistake: The working copy keeps the dtype of x, so a float32 step drowns in rounding and an integer step is cut to 0.
# told: moves_a_copy_in_the_same_dtype
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    grad = np.zeros(x.shape, dtype=np.float64)
    for index in np.ndindex(x.shape):
        y = x.copy()
        y[index] = x[index] + eps
        up = f(y)
        y = x.copy()
        y[index] = x[index] - eps
        down = f(y)
        grad[index] = (up - down) / (2 * eps)
    return grad[()]
