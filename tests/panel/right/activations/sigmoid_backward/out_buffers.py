# verdict: passed
# style: ufuncs with out= into one fresh array
import numpy as np


def sigmoid_backward(grad_output, y):
    grad_input = np.empty_like(y)
    np.subtract(1, y, out=grad_input)
    np.multiply(grad_input, y, out=grad_input)
    np.multiply(grad_input, grad_output, out=grad_input)
    return grad_input
