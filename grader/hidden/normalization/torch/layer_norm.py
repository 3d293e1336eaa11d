"""The known mistakes of normalization/layer_norm, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.layer_norm import layer_norm


def normalized(x, dim=-1, correction=0, eps=0.0):
    """Centred and scaled along a dim, as one pleases."""
    variance, mean = torch.var_mean(x, dim, correction=correction, keepdim=True)
    return (x - mean) * (variance + eps) ** -0.5


def normalizes_over_the_batch(x, weight, bias, eps=1e-5):
    return normalized(x, 0, eps=eps) * weight + bias


def normalizes_over_everything(x, weight, bias, eps=1e-5):
    return (x - x.mean()) / torch.sqrt(x.var(correction=0) + eps) * weight + bias


def normalizes_over_the_sequence_too(x, weight, bias, eps=1e-5):
    return normalized(x, tuple(range(1, x.ndim)) if x.ndim > 1 else 0, eps=eps) * weight + bias


def takes_the_sample_variance(x, weight, bias, eps=1e-5):
    return (x - x.mean(-1, keepdim=True)) / torch.sqrt(x.var(-1, keepdim=True) + eps) * weight + bias


def adds_eps_to_the_deviation(x, weight, bias, eps=1e-5):
    return (x - x.mean(-1, keepdim=True)) / (x.std(-1, correction=0, keepdim=True) + eps) * weight + bias


def forgets_eps(x, weight, bias, eps=1e-5):
    return (x - x.mean(-1, keepdim=True)) / x.std(-1, correction=0, keepdim=True) * weight + bias


def ignores_the_given_eps(x, weight, bias, eps=1e-5):
    return layer_norm(x, weight, bias)


def has_another_default_eps(x, weight, bias, eps=1e-6):
    return layer_norm(x, weight, bias, eps)


def forgets_the_root(x, weight, bias, eps=1e-5):
    variance, mean = torch.var_mean(x, -1, correction=0, keepdim=True)
    return (x - mean) / (variance + eps) * weight + bias


def does_not_centre(x, weight, bias, eps=1e-5):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight + bias


def divides_x_uncentred(x, weight, bias, eps=1e-5):
    return x / torch.sqrt(x.var(-1, correction=0, keepdim=True) + eps) * weight + bias


def subtracts_two_moments(x, weight, bias, eps=1e-5):
    mean = x.mean(-1, keepdim=True)
    variance = (x.pow(2).mean(-1, keepdim=True) - mean.pow(2)).clamp(min=0)
    return (x - mean) / torch.sqrt(variance + eps) * weight + bias


def forgets_the_weight(x, weight, bias, eps=1e-5):
    return normalized(x, eps=eps) + bias


def forgets_the_bias(x, weight, bias, eps=1e-5):
    return normalized(x, eps=eps) * weight


def scales_the_bias_too(x, weight, bias, eps=1e-5):
    return (normalized(x, eps=eps) + bias) * weight


def returns_float64(x, weight, bias, eps=1e-5):
    return layer_norm(x.double(), weight, bias, eps)


def overwrites_x(x, weight, bias, eps=1e-5):
    return layer_norm(x.sub_(x.mean(-1, keepdim=True)), weight, bias, eps)
