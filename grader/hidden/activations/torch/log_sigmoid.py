"""The known mistakes of activations/log_sigmoid, as people write them in PyTorch."""

import torch

from solutions.activations.torch.log_sigmoid import log_sigmoid


def takes_the_log_of_the_sigmoid(x):
    return torch.log(torch.sigmoid(x))


def overflows_on_the_right(x):
    return x - torch.log1p(torch.exp(x))


def adds_one_by_hand(x):
    return torch.minimum(x, torch.zeros_like(x)) - torch.log(1 + torch.exp(-x.abs()))


def cuts_off_the_right(x):
    return torch.where(x > 20, 0, log_sigmoid(x))


def adds_a_small_constant(x):
    return torch.log(torch.sigmoid(x) + 1e-12)


def limits_the_exponent(x):
    return -torch.log1p(torch.exp(torch.clamp(-x, max=700.0)))


def subtracts_infinity_from_itself(x):
    return (x - x.abs()) / 2 - torch.log1p(torch.exp(-x.abs()))


def forgets_the_minus_sign(x):
    return -log_sigmoid(x)


def mirrors_x(x):
    return log_sigmoid(-x)


def is_softplus(x):
    return -log_sigmoid(-x)


def takes_the_logarithm_to_base_two(x):
    return torch.clamp(x, max=0) / torch.log(torch.tensor(2.0, dtype=x.dtype)) - torch.log2(1 + torch.exp(-x.abs()))


def returns_the_sigmoid(x):
    return torch.sigmoid(x)


def forgets_the_line(x):
    return -torch.log1p(torch.exp(-x.abs()))


def returns_float32(x):
    return log_sigmoid(x.float())


def returns_float64(x):
    return log_sigmoid(x.double())


def overwrites_the_input(x):
    return x.copy_(log_sigmoid(x))
