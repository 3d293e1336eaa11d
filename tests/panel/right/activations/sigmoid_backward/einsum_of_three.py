# verdict: passed
# style: elementwise product of three factors by einsum
import numpy as np


def sigmoid_backward(grad_output, y):
    one = np.ones((), dtype=y.dtype)
    dx = np.einsum("...,...,...->...", grad_output, y, one - y)
    return np.array(dx, dtype=y.dtype)
