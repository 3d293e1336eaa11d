# verdict: wrong
# mistake: It applies the sigmoid to y once more, although y is already its output.
# told: applies_the_sigmoid_again
import numpy as np


def sigmoid_backward(grad_output, y):
    s = 1 / (1 + np.exp(-y))
    return (grad_output * s * (1 - s)).astype(y.dtype)
