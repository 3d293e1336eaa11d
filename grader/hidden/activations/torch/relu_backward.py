"""The known mistakes of activations/relu_backward, as people write them in PyTorch."""

import torch

from solutions.activations.torch.relu_backward import relu_backward


def opens_at_zero(grad_output, x):
    return torch.where(x >= 0, grad_output, 0)


def takes_half_at_zero(grad_output, x):
    return torch.where(x == 0, grad_output / 2, relu_backward(grad_output, x))


def looks_at_the_gradient(grad_output, x):
    return torch.clamp(grad_output, min=0)


def stops_negative_gradients(grad_output, x):
    return torch.clamp(relu_backward(grad_output, x), min=0)


def drops_grad_output(grad_output, x):
    return (x > 0).to(x.dtype)


def multiplies_by_the_output(grad_output, x):
    return grad_output * torch.clamp(x, min=0)


def mixes_up_the_arguments(grad_output, x):
    return torch.where(grad_output > 0, x, 0)


def opens_the_closed_units(grad_output, x):
    return torch.where(x < 0, grad_output, 0)


def leaks(grad_output, x):
    return torch.where(x > 0, grad_output, 0.01 * grad_output)


def opens_late(grad_output, x):
    return torch.where(x > 1e-8, grad_output, 0)


def multiplies_by_a_mask(grad_output, x):
    return grad_output * (x > 0)


def divides_by_the_batch_size(grad_output, x):
    return relu_backward(grad_output, x) / (len(x) if x.ndim > 1 else 1)


def returns_float32(grad_output, x):
    return relu_backward(grad_output, x).float()


def returns_float64(grad_output, x):
    return relu_backward(grad_output.double(), x)


def overwrites_grad_output(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
