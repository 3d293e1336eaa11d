# grades: backpropagation/numerical_gradient
import numpy as np


def slope(f, x, i, eps):
    up, down = x.copy(), x.copy()
    up[i] += eps
    down[i] -= eps
    return np.dot(f(up) - f(down), [1.0, 1.0, 1.0], out=np.zeros(7)) / (2 * eps)


def numerical_gradient(f, x, eps=1e-6):
    grad = np.zeros(x.shape)
    for i in range(x.size):
        grad[i] = slope(f, x, i, eps)
    return grad
