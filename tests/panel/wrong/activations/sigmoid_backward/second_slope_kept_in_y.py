# verdict: wrong
# mistake: Computes the slope into the kept output y, so the caller's y is destroyed.
# told: overwrites_y
import numpy as np


def sigmoid_backward(grad_output, y):
    keep = 1.0 - y
    y *= keep
    return grad_output * y
