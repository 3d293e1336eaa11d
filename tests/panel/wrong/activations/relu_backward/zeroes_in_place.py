# verdict: wrong
# mistake: The gradient handed down is zeroed in place and returned, so the caller's grad_output is changed.
# told: overwrites_grad_output
import numpy as np


def relu_backward(grad_output, x):
    grad_input = np.asarray(grad_output)
    grad_input[x <= 0] = 0
    return grad_input
