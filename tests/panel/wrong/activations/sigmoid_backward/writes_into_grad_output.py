# verdict: wrong
# mistake: It multiplies grad_output in place and returns it, so the input is changed and no new array is made.
# told: overwrites_grad_output
import numpy as np


def sigmoid_backward(grad_output, y):
    grad_output *= np.multiply(y, 1 - y)
    return grad_output
