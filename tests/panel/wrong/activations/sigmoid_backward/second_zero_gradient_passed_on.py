# verdict: wrong
# mistake: Hands back grad_output itself when it is all zero, not a new array.
import numpy as np


def sigmoid_backward(grad_output, y):
    if not np.any(grad_output):
        return grad_output
    return grad_output * y * (1.0 - y)
