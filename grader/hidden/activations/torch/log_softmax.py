"""The known mistakes of activations/log_softmax, as people write them in PyTorch."""

import torch

from solutions.activations.torch.log_softmax import log_softmax


def takes_the_logarithm_of_softmax(x, dim=-1):
    return torch.log(torch.softmax(x, dim))


def adds_a_small_number(x, dim=-1):
    return torch.log(torch.softmax(x, dim) + 1e-12)


def limits_the_probability(x, dim=-1):
    return torch.log(torch.clamp(torch.softmax(x, dim), min=torch.finfo(x.dtype).tiny))


def skips_the_shift(x, dim=-1):
    return x - torch.log(torch.exp(x).sum(dim, keepdim=True))


def forgets_to_bring_the_maximum_back(x, dim=-1):
    return x - torch.log(torch.exp(x - x.amax(dim, keepdim=True)).sum(dim, keepdim=True))


def adds_the_maximum_to_the_logarithm(x, dim=-1):
    largest = x.amax(dim, keepdim=True)
    return x - (largest + torch.log(torch.exp(x - largest).sum(dim, keepdim=True)))


def shifts_by_the_global_maximum(x, dim=-1):
    z = x - x.max()
    return z - torch.log(torch.exp(z).sum(dim, keepdim=True))


def starts_the_maximum_at_zero(x, dim=-1):
    z = x - x.amax(dim, keepdim=True).clamp(min=0)
    return z - torch.log(torch.exp(z).sum(dim, keepdim=True))


def shifts_by_less_than_the_maximum(x, dim=-1):
    z = x - x.masked_fill(x.isinf(), torch.nan).nanmean(dim, keepdim=True)
    return z - torch.log(torch.exp(z).sum(dim, keepdim=True))


def masks_by_a_large_number(x, dim=-1):
    masked = x == -torch.inf
    return log_softmax(x.masked_fill(masked, -1e9), dim).masked_fill(masked, -torch.inf)


def ignores_dim(x, dim=-1):
    return log_softmax(x)


def forgets_keepdims(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z - torch.log(torch.exp(z).sum(dim))


def puts_the_axis_back_at_the_end(x, dim=-1):
    z = x - x.amax(dim).unsqueeze(-1)
    return z - torch.log(torch.exp(z).sum(dim)).unsqueeze(-1)


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
