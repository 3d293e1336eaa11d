# verdict: passed
# style: as in the formula, adds eps times a unit array; list comprehension turned into an array
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    x64 = np.asarray(x, dtype=np.float64)
    size = x64.size

    def unit(i):
        e = np.zeros(size)
        e[i] = 1.0
        return e.reshape(x64.shape)

    def central(i):
        step = eps * unit(i)
        return (float(f(np.asarray(x64 + step))) - float(f(np.asarray(x64 - step)))) / (2 * eps)

    grad = np.array([central(i) for i in range(size)], dtype=np.float64).reshape(x64.shape)
    return grad if grad.ndim else grad.item()
