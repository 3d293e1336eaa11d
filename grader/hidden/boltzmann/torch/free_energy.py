"""The known mistakes of boltzmann/free_energy, as people write them in PyTorch."""

import torch
from torch.nn.functional import softplus

from solutions.boltzmann.torch.free_energy import free_energy


def hidden_sums(visible, weight, hidden_bias):
    return visible @ weight.T + hidden_bias


def forgets_the_minus(visible, weight, visible_bias, hidden_bias):
    return visible @ visible_bias + softplus(hidden_sums(visible, weight, hidden_bias)).sum(-1)


def adds_the_visible_bias(visible, weight, visible_bias, hidden_bias):
    return visible @ visible_bias - softplus(hidden_sums(visible, weight, hidden_bias)).sum(-1)


def adds_the_hidden_part(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) + softplus(hidden_sums(visible, weight, hidden_bias)).sum(-1)


def forgets_the_visible_bias(visible, weight, visible_bias, hidden_bias):
    return -softplus(hidden_sums(visible, weight, hidden_bias)).sum(-1)


def forgets_the_hidden_bias(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - softplus(visible @ weight.T).sum(-1)


def overflows(visible, weight, visible_bias, hidden_bias):
    e = torch.exp(hidden_sums(visible, weight, hidden_bias))
    return -(visible @ visible_bias) - torch.log1p(e).sum(-1)


def loses_small_contributions(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - (x.clamp(min=0) + torch.log(1 + torch.exp(-x.abs()))).sum(-1)


def takes_a_relu(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - torch.relu(hidden_sums(visible, weight, hidden_bias)).sum(-1)


def is_the_energy_of_the_means(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - (x * torch.sigmoid(x)).sum(-1)


def takes_one_logarithm(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - softplus(torch.logsumexp(x, -1))


def averages_over_the_hidden_units(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - softplus(hidden_sums(visible, weight, hidden_bias)).mean(-1)


def sums_over_the_batch(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, visible_bias, hidden_bias).sum()


def turns_the_exponent_round(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - softplus(-hidden_sums(visible, weight, hidden_bias)).sum(-1)


def returns_float64(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, visible_bias, hidden_bias).double()
