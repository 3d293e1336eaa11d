"""The known mistakes of activations/softmax_backward, as people write them in PyTorch."""

import torch

from solutions.activations.torch.softmax_backward import softmax_backward


def uses_the_diagonal_only(grad_output, y, dim=-1):
    return grad_output * y * (1 - y)


def drops_grad_output(grad_output, y, dim=-1):
    return y * (1 - y)


def applies_softmax_again(grad_output, y, dim=-1):
    return softmax_backward(grad_output, torch.softmax(y, dim), dim)


def is_the_shortcut_of_cross_entropy(grad_output, y, dim=-1):
    return y - grad_output


def forgets_the_factor_in_front(grad_output, y, dim=-1):
    return grad_output - (grad_output * y).sum(dim, keepdim=True)


def averages_without_weights(grad_output, y, dim=-1):
    return y * (grad_output - grad_output.mean(dim, keepdim=True))


def sums_without_weights(grad_output, y, dim=-1):
    return y * (grad_output - grad_output.sum(dim, keepdim=True))


def adds_the_average(grad_output, y, dim=-1):
    return y * (grad_output + (grad_output * y).sum(dim, keepdim=True))


def ignores_dim(grad_output, y, dim=-1):
    return softmax_backward(grad_output, y)


def takes_every_negative_dim_for_the_last(grad_output, y, dim=-1):
    return softmax_backward(grad_output, y, max(dim, -1))


def reshapes_without_moving_the_axis(grad_output, y, dim=-1):
    n, first = y.shape[dim], dim in (0, -y.ndim)
    shape = (n, -1) if first else (-1, n)
    return softmax_backward(grad_output.reshape(shape), y.reshape(shape), 0 if first else 1).reshape(y.shape)


def protects_against_nothing(grad_output, y, dim=-1):
    return softmax_backward(grad_output, y.clamp(min=1e-6), dim)


def forgets_keepdims(grad_output, y, dim=-1):
    return y * (grad_output - (grad_output * y).sum(dim))


def averages_over_everything(grad_output, y, dim=-1):
    return y * (grad_output - (grad_output * y).sum())


def returns_float64(grad_output, y, dim=-1):
    return softmax_backward(grad_output.double(), y, dim)


def overwrites_grad_output(grad_output, y, dim=-1):
    grad_output -= (grad_output * y).sum(dim, keepdim=True)
    grad_output *= y
    return grad_output
