"""The known mistakes of activations/log_softmax, as people write them in PyTorch."""

import torch

from solutions.activations.torch.log_softmax import log_softmax


def takes_the_logarithm_of_softmax(x, dim=-1):
    return torch.log(torch.softmax(x, dim))


def adds_a_small_number(x, dim=-1):
    return torch.log(torch.softmax(x, dim) + 1e-12)


def skips_the_shift(x, dim=-1):
    return x - torch.log(torch.exp(x).sum(dim, keepdim=True))


def forgets_to_bring_the_maximum_back(x, dim=-1):
    return x - torch.log(torch.exp(x - x.amax(dim, keepdim=True)).sum(dim, keepdim=True))


def shifts_by_the_global_maximum(x, dim=-1):
    z = x - x.max()
    return z - torch.log(torch.exp(z).sum(dim, keepdim=True))


def ignores_dim(x, dim=-1):
    return log_softmax(x)


def forgets_keepdims(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z - torch.log(torch.exp(z).sum(dim))


def normalises_over_everything(x, dim=-1):
    z = x - x.max()
    return z - torch.log(torch.exp(z).sum())


def flips_the_sign(x, dim=-1):
    return -log_softmax(x, dim)


def hides_minus_infinity(x, dim=-1):
    return torch.nan_to_num(log_softmax(x, dim))


def returns_float64(x, dim=-1):
    return log_softmax(x.double(), dim)


def overwrites_the_input(x, dim=-1):
    result = log_softmax(x, dim)
    x -= x.amax(dim, keepdim=True)
    return result
