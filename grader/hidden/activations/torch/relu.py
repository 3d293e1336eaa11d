"""The known mistakes of activations/relu, as people write them in PyTorch."""

import torch


def computes_with_infinity(x):
    return x * (x > 0)


def averages_with_the_absolute_value(x):
    return (x + x.abs()) / 2


def hides_nan(x):
    return torch.where(x > 0, x, torch.zeros_like(x))


def takes_the_absolute_value(x):
    return torch.abs(x)


def keeps_the_wrong_side(x):
    return torch.clamp(x, max=0)


def is_the_derivative(x):
    return torch.where(torch.isnan(x), x, (x > 0).to(x.dtype))


def cuts_off_at_one(x):
    return torch.clamp(x, 0, 1)


def leaks(x):
    return torch.where(x < 0, 0.01 * x, x)


def returns_float64(x):
    return torch.maximum(x, torch.zeros(x.shape, dtype=torch.float64, device=x.device))


def overwrites_the_input(x):
    return x.clamp_(min=0)
