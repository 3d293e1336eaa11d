"""The known mistakes of activations/sigmoid_backward, as people write them in PyTorch."""

import torch

from solutions.activations.torch.sigmoid_backward import sigmoid_backward

ABSENT = {"builds_a_diagonal_matrix": "For more than two axes torch.diag raises another error than np.diag does."}


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


def saturates_early(grad_output, y):
    return (grad_output * y * (1 - y)).masked_fill((y < 1e-6) | (1 - y < 1e-6), 0)


def goes_back_to_the_logit(grad_output, y):
    e = torch.exp(-torch.logit(y))
    return grad_output * (e / (1 + e) ** 2)


def divides_by_the_batch_size(grad_output, y):
    return grad_output * y * (1 - y) / (len(y) if y.ndim > 1 else 1)


def returns_float32(grad_output, y):
    return sigmoid_backward(grad_output.float(), y.float())


def returns_float64(grad_output, y):
    return sigmoid_backward(grad_output.double(), y)


def overwrites_grad_output(grad_output, y):
    return grad_output.mul_(y * (1 - y))


def overwrites_y(grad_output, y):
    return y.mul_(1 - y).mul(grad_output)
