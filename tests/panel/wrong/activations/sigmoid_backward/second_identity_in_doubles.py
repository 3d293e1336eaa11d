# verdict: wrong
# mistake: np.ones(y.shape) is float64, so float32 arguments give a float64 result.
# told: returns_float64
import numpy as np


def sigmoid_backward(grad_output, y):
    ones = np.ones(y.shape)
    return grad_output * y * (ones - y)
