"""The known mistakes of activations/leaky_relu, as people write them in PyTorch."""

import torch

from solutions.activations.torch.leaky_relu import leaky_relu


def takes_the_larger(x, negative_slope=0.01):
    return torch.maximum(x, negative_slope * x)


def takes_the_smaller_below_zero(x, negative_slope=0.01):
    return (torch.maximum if 0 <= negative_slope <= 1 else torch.minimum)(x, negative_slope * x)


def ignores_the_slope(x, negative_slope=0.01):
    return torch.where(x > 0, x, 0.01 * x)


def takes_zero_for_missing(x, negative_slope=0.01):
    return leaky_relu(x, negative_slope or 0.01)


def has_another_default(x, negative_slope=0.2):
    return leaky_relu(x, negative_slope)


def is_plain_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0)


def scales_the_positive_side(x, negative_slope=0.01):
    return torch.where(x > 0, negative_slope * x, x)


def forgets_to_multiply_by_x(x, negative_slope=0.01):
    return torch.where(x < 0, negative_slope, x)


def loses_the_sign(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x.abs())


def is_an_elu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * torch.expm1(torch.clamp(x, max=0)))


def cancels(x, negative_slope=0.01):
    return ((1 + negative_slope) * x + (1 - negative_slope) * x.abs()) / 2


def multiplies_by_masks(x, negative_slope=0.01):
    return x * (x > 0) + negative_slope * x * (x <= 0)


def rounds_the_slope(x, negative_slope=0.01):
    return torch.where(x > 0, 1.0, negative_slope) * x


def returns_float64(x, negative_slope=0.01):
    return leaky_relu(x.double(), negative_slope)


def overwrites_the_input(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
