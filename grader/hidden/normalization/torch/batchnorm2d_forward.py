"""The known mistakes of normalization/batchnorm2d_forward, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.batchnorm2d_forward import batchnorm2d_forward


def normalized(x, dim, eps, correction=0):
    """Normalized over some of the dims; refused as it should be."""
    if x[:, 0].numel() < 2:
        raise ValueError("x has a single number per channel")
    variance, mean = torch.var_mean(x, dim, correction=correction, keepdim=True)
    return (x - mean) * torch.rsqrt(variance + eps)


def scaled(y, weight, bias):
    return y * weight[:, None, None] + bias[:, None, None]


def normalizes_each_pixel(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, 0, eps), weight, bias)


def normalizes_each_image(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (2, 3), eps), weight, bias)


def normalizes_over_the_channels(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (1, 2, 3), eps), weight, bias)


def normalizes_over_everything(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 1, 2, 3), eps), weight, bias)


def takes_the_last_axis_for_channels(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 1, 2), eps), weight, bias)


def averages_the_variances(x, weight, bias, eps=1e-5):
    if x[:, 0].numel() < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    variance = x.var((2, 3), correction=0).mean(0)[:, None, None]
    return scaled((x - x.mean((0, 2, 3), keepdim=True)) * torch.rsqrt(variance + eps), weight, bias)


def scales_the_last_axis(x, weight, bias, eps=1e-5):
    return normalized(x, (0, 2, 3), eps) * weight + bias


def takes_the_sample_variance(x, weight, bias, eps=1e-5):
    return scaled(normalized(x, (0, 2, 3), eps, correction=1), weight, bias)


def divides_by_the_batch_size(x, weight, bias, eps=1e-5):
    if x[:, 0].numel() < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    centred = x - x.mean((0, 2, 3), keepdim=True)
    return scaled(centred * torch.rsqrt((centred**2).sum((0, 2, 3), keepdim=True) / len(x) + eps), weight, bias)


def adds_eps_to_the_deviation(x, weight, bias, eps=1e-5):
    if x[:, 0].numel() < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    centred = x - x.mean((0, 2, 3), keepdim=True)
    return scaled(centred / ((centred**2).mean((0, 2, 3), keepdim=True).sqrt() + eps), weight, bias)


def forgets_eps(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, bias, 0.0)


def has_the_eps_of_keras(x, weight, bias, eps=1e-3):
    return batchnorm2d_forward(x, weight, bias, eps)


def subtracts_two_moments(x, weight, bias, eps=1e-5):
    if x[:, 0].numel() < 2:
        return batchnorm2d_forward(x, weight, bias, eps)
    mean = x.mean((0, 2, 3), keepdim=True)
    variance = ((x * x).mean((0, 2, 3), keepdim=True) - mean * mean).clamp(min=0)
    return scaled((x - mean) / torch.sqrt(variance + eps), weight, bias)


def forgets_the_weight(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, torch.ones_like(weight), bias, eps)


def forgets_the_bias(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, torch.zeros_like(bias), eps)


def accepts_a_single_number(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x, weight, bias, eps) if x[:, 0].numel() > 1 else 0 * x + bias[:, None, None]


def refuses_a_single_image(x, weight, bias, eps=1e-5):
    if len(x) < 2:
        raise ValueError("x has a single image")
    return batchnorm2d_forward(x, weight, bias, eps)


def returns_float64(x, weight, bias, eps=1e-5):
    return batchnorm2d_forward(x.double(), weight, bias, eps)


def overwrites_x(x, weight, bias, eps=1e-5):
    y = batchnorm2d_forward(x, weight, bias, eps)
    x.sub_(x.mean((0, 2, 3), keepdim=True))
    return y
