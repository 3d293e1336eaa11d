"""The known mistakes of normalization/fold_batchnorm, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.fold_batchnorm import fold_batchnorm

ABSENT = {"scales_the_last_axis": "Of a linear layer PyTorch complains in the words that it has for scales_the_inputs."}


def fold(weight, bias, bn_weight, bn_bias, mean, var, eps, *, new_weight=None, new_bias=None):
    """The right answer, with another weight or bias."""
    right = fold_batchnorm(weight, bias, bn_weight, bn_bias, mean, var, eps)
    return right[0] if new_weight is None else new_weight, right[1] if new_bias is None else new_bias


def scales_the_inputs(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = (bn_weight * torch.rsqrt(running_var + eps)).view(1, -1, *[1] * (weight.ndim - 2))
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_weight=weight * scale)


def leaves_the_bias_unscaled(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = (0 if bias is None else bias) - running_mean * bn_weight * torch.rsqrt(running_var + eps) + bn_bias
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


def forgets_the_mean(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    bias = torch.zeros_like(bn_bias) if bias is None else bias
    new = bias * bn_weight * torch.rsqrt(running_var + eps) + bn_bias
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


def leaves_the_mean_unscaled(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    bias = torch.zeros_like(bn_bias) if bias is None else bias
    new = bias * bn_weight * torch.rsqrt(running_var + eps) - running_mean + bn_bias
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


def adds_the_mean(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean.neg(), running_var, eps)


def forgets_the_shift(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    bias = torch.zeros_like(bn_bias) if bias is None else bias
    new = (bias - running_mean) * bn_weight * torch.rsqrt(running_var + eps)
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


def scales_the_shift(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight * torch.rsqrt(running_var + eps)
    return fold_batchnorm(weight, bias, bn_weight, bn_bias * scale, running_mean, running_var, eps)


def forgets_the_learnt_scale(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, torch.ones_like(bn_weight), bn_bias, running_mean, running_var, eps)


def loses_the_sign(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight.abs(), bn_bias, running_mean, running_var, eps)


def forgets_the_root(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight / (running_var + eps)
    shift = -running_mean if bias is None else bias - running_mean
    return weight * scale.view(-1, *[1] * (weight.ndim - 1)), shift * scale + bn_bias


def adds_eps_to_the_deviation(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight / (running_var.sqrt() + eps)
    shift = -running_mean if bias is None else bias - running_mean
    return weight * scale.view(-1, *[1] * (weight.ndim - 1)), shift * scale + bn_bias


def forgets_eps(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, 0.0)


def has_the_eps_of_keras(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-3):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)


def stays_without_a_bias(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)
    return new if bias is not None else (new[0], None)


def forgets_the_mean_without_a_bias(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = bn_bias.clone() if bias is None else None
    return fold(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


def overwrites_the_weight(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)
    return weight.copy_(new[0]), new[1]


def returns_float64(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight.double(), bn_bias, running_mean, running_var, eps)
