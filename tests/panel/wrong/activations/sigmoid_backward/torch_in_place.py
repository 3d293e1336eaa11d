# verdict: wrong
# mistake: mul_ works in place, so grad_output is overwritten.
# told: overwrites_grad_output
import torch


def sigmoid_backward(grad_output, y):
    slope = y * (1 - y)
    return grad_output.mul_(slope)
