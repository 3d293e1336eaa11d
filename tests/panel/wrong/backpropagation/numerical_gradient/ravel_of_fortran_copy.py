# verdict: wrong
# mistake: np.array keeps a transposed memory order, so ravel() makes a copy there, the moves never reach f, and the gradient is 0.
# told: moves_a_copy_that_f_never_sees
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    y = np.array(x, dtype=np.float64)
    flat = y.ravel()
    grad = np.zeros(y.size)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        fp = float(f(y))
        flat[i] = old - eps
        fm = float(f(y))
        flat[i] = old
        grad[i] = (fp - fm) / (2 * eps)
    return grad.reshape(y.shape)[()]
