# verdict: passed
# style: plain loop over all indices with a scalar helper
import numpy as np


def slope(s):
    return s * (1.0 - s)


def sigmoid_backward(grad_output, y):
    result = np.zeros(y.shape, dtype=y.dtype)
    for idx in np.ndindex(*y.shape):
        result[idx] = grad_output[idx] * slope(y[idx])
    return result
