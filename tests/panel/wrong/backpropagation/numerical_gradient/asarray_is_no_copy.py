# verdict: raised
# mistake: np.asarray does not copy a float64 array, so x itself is moved while f runs, and a read-only x crashes.
# told: borrows_the_input
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    x = np.asarray(x, dtype=np.float64)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + eps
        fp = float(f(x))
        x[index] = old - eps
        fm = float(f(x))
        x[index] = old
        grad[index] = (fp - fm) / (2 * eps)
    return grad[()]
