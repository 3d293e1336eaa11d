# verdict: wrong
# mistake: Goes through t = 2y - 1 and the slope (1 - t^2)/4, which cancels for small y, so small slopes become 0.
import torch


def sigmoid_backward(grad_output, y):
    t = 2 * y - 1
    return grad_output * (1 - t.square()) / 4
