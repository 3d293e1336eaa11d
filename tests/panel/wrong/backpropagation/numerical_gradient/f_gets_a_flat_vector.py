# verdict: raised
# mistake: It hands f the flattened vector instead of an array of the shape of x.
# told: hands_over_a_vector
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    if x.ndim == 0:
        return float(f(np.array(float(x) + eps)) - f(np.array(float(x) - eps))) / (2 * eps)
    flat = x.astype(np.float64).flatten()
    grad = np.zeros_like(flat)
    for i in range(flat.size):
        e = np.zeros_like(flat)
        e[i] = eps
        grad[i] = (f(flat + e) - f(flat - e)) / (2 * eps)
    return grad.reshape(x.shape)
