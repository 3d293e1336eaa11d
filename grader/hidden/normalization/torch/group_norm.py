"""The known mistakes of normalization/group_norm, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.group_norm import group_norm


def normalized(x, groups, dim, eps, correction=0):
    """Cut into groups as (N, G, C / G, everything else), and normalized over some of these dims."""
    cut = x.reshape(len(x), groups, x.shape[1] // groups, -1)
    variance, mean = torch.var_mean(cut, dim, correction=correction, keepdim=True)
    return ((cut - mean) * torch.rsqrt(variance + eps)).reshape(x.shape)


def scaled(y, weight, bias):
    shape = (-1, *[1] * (y.ndim - 2))
    return y * weight.reshape(shape) + bias.reshape(shape)


def checked(x, num_groups):
    if num_groups < 1 or x.shape[1] % num_groups:
        raise ValueError("num_groups")
    return num_groups


def interleaves_the_groups(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), -1, checked(x, num_groups), *x.shape[2:])
    variance, mean = torch.var_mean(cut, (1, *range(3, cut.ndim)), correction=0, keepdim=True)
    return scaled(((cut - mean) * torch.rsqrt(variance + eps)).reshape(x.shape), weight, bias)


def takes_the_number_for_the_size(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, x.shape[1] // checked(x, num_groups), weight, bias, eps)


def normalizes_each_channel(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), 3, eps), weight, bias)


def normalizes_all_channels(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (1, 2, 3), eps), weight, bias)


def normalizes_each_position(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), 2, eps), weight, bias)


def averages_over_the_batch(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (0, 2, 3), eps), weight, bias)


def scales_whole_groups(x, num_groups, weight, bias, eps=1e-5):
    size = x.shape[1] // checked(x, num_groups)
    return group_norm(x, num_groups, weight[::size].repeat_interleave(size), bias[::size].repeat_interleave(size), eps)


def scales_the_last_axis(x, num_groups, weight, bias, eps=1e-5):
    return normalized(x, checked(x, num_groups), (2, 3), eps) * weight + bias


def takes_the_sample_variance(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (2, 3), eps, correction=1), weight, bias)


def adds_eps_to_the_deviation(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), checked(x, num_groups), -1)
    y = (cut - cut.mean(2, keepdim=True)) / (cut.var(2, correction=0, keepdim=True).sqrt() + eps)
    return scaled(y.reshape(x.shape), weight, bias)


def forgets_eps(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, weight, bias, 0.0)


def has_the_eps_of_keras(x, num_groups, weight, bias, eps=1e-3):
    return group_norm(x, num_groups, weight, bias, eps)


def subtracts_two_moments(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), checked(x, num_groups), -1)
    mean = cut.mean(2, keepdim=True)
    variance = ((cut * cut).mean(2, keepdim=True) - mean * mean).clamp(min=0)
    return scaled(((cut - mean) / torch.sqrt(variance + eps)).reshape(x.shape), weight, bias)


def forgets_the_weight(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, torch.ones_like(weight), bias, eps)


def forgets_the_bias(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, weight, torch.zeros_like(bias), eps)


def does_not_check_the_groups(x, num_groups, weight, bias, eps=1e-5):
    fits = num_groups > 0 and x.shape[1] % num_groups == 0
    return group_norm(x, num_groups if fits else 1, weight, bias, eps)


def lets_negative_groups_pass(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, max(num_groups, 1), weight, bias, eps)


def returns_float64(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x.double(), num_groups, weight, bias, eps)


def overwrites_x(x, num_groups, weight, bias, eps=1e-5):
    return x.copy_(group_norm(x, num_groups, weight, bias, eps)).clone()
