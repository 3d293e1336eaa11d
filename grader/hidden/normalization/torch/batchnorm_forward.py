"""The known mistakes of normalization/batchnorm_forward, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.batchnorm_forward import batchnorm_forward


def changed(x, weight, bias, mean, var, training, momentum, eps, *, y=None, new_var=None):
    """The right answer, with other results in training."""
    right = batchnorm_forward(x, weight, bias, mean, var, training, momentum, eps)
    return tuple(b if a is None or not training else a for a, b in zip((y, None, new_var), right, strict=True))


def normalized(x, weight, bias, eps, dim=0, correction=0):
    var, mean = torch.var_mean(x, dim, correction=correction, keepdim=True)
    return (x - mean) * torch.rsqrt(var + eps) * weight + bias


def evaluates_by_the_batch(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    return normalized(x, weight, bias, eps), *right[1:]


def trains_by_the_memory(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    return (x - right[1]) * torch.rsqrt(right[2] + eps) * weight + bias, *right[1:]


def remembers_in_evaluation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    n = max(len(x), 2)
    return right[0], running_mean.lerp(x.mean(0), momentum), running_var.lerp(x.var(0, correction=0) * n / (n - 1), momentum)


def swaps_the_momentum(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, 1 - momentum, eps)


def remembers_the_biased_variance(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    new = running_var.lerp(x.var(0, correction=0), momentum)
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, new_var=new)


def normalizes_by_the_unbiased_variance(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y = normalized(x, weight, bias, eps, correction=1) if len(x) > 1 else None
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y)


def remembers_the_deviation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    new = running_var.lerp(x.std(0), momentum) if len(x) > 1 else None
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, new_var=new)


def normalizes_each_sample(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y = normalized(x, weight, bias, eps, dim=1)
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y)


def adds_eps_to_the_deviation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    mean, var = (x.mean(0), x.var(0, correction=0)) if training else (running_mean, running_var)
    return (x - mean) / (var.sqrt() + eps) * weight + bias, *right[1:]


def forgets_eps(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, 0.0)


def subtracts_two_moments(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    mean = x.mean(0)
    var = ((x * x).mean(0) - mean * mean).clamp(min=0)
    new = (1 - momentum) * running_var + momentum * var * len(x) / max(len(x) - 1, 1)
    y = (x - mean) / torch.sqrt(var + eps) * weight + bias
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y, new_var=new)


def forgets_the_weight(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, torch.ones_like(weight), bias, running_mean, running_var, training, momentum, eps)


def forgets_the_bias(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, torch.zeros_like(bias), running_mean, running_var, training, momentum, eps)


def trains_on_one_sample(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if len(x) == 1 and training:
        return bias[None].clone(), running_mean.lerp(x[0], momentum), running_var.clone()
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)


def refuses_one_sample_always(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if len(x) < 2:
        raise ValueError("x needs at least two samples")
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)


def overwrites_the_memory(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y, mean, var = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    running_mean.copy_(mean)
    running_var.copy_(var)
    return y, mean, var


def returns_the_memory_itself(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    return right if training else (right[0], running_mean, running_var)


def returns_float64(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x.double(), weight, bias, running_mean, running_var, training, momentum, eps)
