"""The known mistakes of normalization/rms_norm, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.rms_norm import rms_norm


def centres_the_row(x, weight, eps=1e-6):
    variance, mean = torch.var_mean(x, -1, correction=0, keepdim=True)
    return (x - mean) * torch.rsqrt(variance + eps) * weight


def divides_by_the_standard_deviation(x, weight, eps=1e-6):
    return x / torch.sqrt(x.var(-1, correction=0, keepdim=True) + eps) * weight


def sums_the_squares(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).sum(-1, keepdim=True) + eps) * weight


def divides_by_one_less(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).sum(-1, keepdim=True) / (x.shape[-1] - 1) + eps) * weight


def squares_the_mean(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.mean(-1, keepdim=True).pow(2) + eps) * weight


def averages_absolute_values(x, weight, eps=1e-6):
    return x / (x.abs().mean(-1, keepdim=True) + eps) * weight


def forgets_the_root(x, weight, eps=1e-6):
    return x / (x.pow(2).mean(-1, keepdim=True) + eps) * weight


def adds_eps_after_the_root(x, weight, eps=1e-6):
    return x / (x.pow(2).mean(-1, keepdim=True).sqrt() + eps) * weight


def forgets_eps(x, weight, eps=1e-6):
    return x / x.pow(2).mean(-1, keepdim=True).sqrt() * weight


def ignores_the_given_eps(x, weight, eps=1e-6):
    return rms_norm(x, weight)


def has_the_eps_of_layer_norm(x, weight, eps=1e-5):
    return rms_norm(x, weight, eps)


def averages_over_the_batch(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).mean(0, keepdim=True) + eps) * weight


def averages_over_everything(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).mean() + eps) * weight


def forgets_the_weight(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)


def adds_one_to_the_weight(x, weight, eps=1e-6):
    return rms_norm(x, 1 + weight, eps)


def returns_float64(x, weight, eps=1e-6):
    return rms_norm(x.double(), weight, eps)


def overwrites_x(x, weight, eps=1e-6):
    return x.mul_(torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)) * weight
