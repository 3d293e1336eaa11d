# verdict: passed
# style: NumPy, a buffer of zeros filled by copyto through the mask of open units
import numpy as np


def relu_backward(grad_output, x):
    grad_input = np.zeros(x.shape, dtype=x.dtype)
    np.copyto(grad_input, grad_output, where=x > 0)
    return grad_input
