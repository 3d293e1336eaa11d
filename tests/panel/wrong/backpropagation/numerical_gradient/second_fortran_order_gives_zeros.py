# verdict: wrong
# mistake: for an x in Fortran order reshape(-1) makes a copy, so the moves never reach the array that f gets.
# told: moves_a_copy_that_f_never_sees
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    flat = point.reshape(-1)
    grad = np.zeros(flat.size)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        up = float(f(point))
        flat[i] = old - eps
        down = float(f(point))
        flat[i] = old
        grad[i] = (up - down) / (2 * eps)
    return grad.reshape(x.shape) if x.ndim else grad[0]
