# grades: backpropagation/numerical_gradient
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    grad = np.zeros(x.shape)
    for i in range(x.size):
        up = x.astype(float)
        down = x.astype(float)
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad
