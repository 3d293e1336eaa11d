"""The known mistakes of activations/sigmoid_backward, as people write them in PyTorch."""

import torch

from solutions.activations.torch.sigmoid_backward import sigmoid_backward


def applies_the_sigmoid_again(grad_output, y):
    y = torch.sigmoid(y)
    return grad_output * y * (1 - y)


def drops_grad_output(grad_output, y):
    return y * (1 - y)


def forgets_one_minus_y(grad_output, y):
    return grad_output * y


def forgets_y(grad_output, y):
    return grad_output * (1 - y)


def is_the_slope_of_tanh(grad_output, y):
    return grad_output * (1 - y**2)


def mixes_up_the_arguments(grad_output, y):
    return y * grad_output * (1 - grad_output)


def protects_against_nothing(grad_output, y):
    y = torch.clamp(y, 1e-7, 1 - 1e-7)
    return grad_output * y * (1 - y)


def returns_float64(grad_output, y):
    return sigmoid_backward(grad_output.double(), y)


def overwrites_grad_output(grad_output, y):
    return grad_output.mul_(y * (1 - y))
