# verdict: wrong
# mistake: Writes the slope as 1/4 - (y - 1/2)^2, which cancels for small y, so a slope of 1e-20 becomes 0.
import numpy as np


def sigmoid_backward(grad_output, y):
    return grad_output * (0.25 - (y - 0.5) ** 2)
