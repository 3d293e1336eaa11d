"""The known mistakes of activations/sigmoid, as people write them in PyTorch."""

import torch

from solutions.activations.torch.sigmoid import sigmoid

ABSENT = {"overflows_in_python": "torch.exp gives infinity and raises nothing"}


def divides_infinity_by_infinity(x):
    return torch.exp(x) / (1 + torch.exp(x))


def overflows_in_float32(x):
    grown = torch.exp(x.clamp(max=709.0))
    return grown / (1 + grown)


def subtracts_infinity_from_infinity(x):
    return torch.exp(x - torch.logaddexp(torch.zeros_like(x), x))


def trusts_a_straight_softplus(x):
    return torch.exp(-torch.nn.functional.softplus(-x))


def forgets_the_minus_sign(x):
    return 1 / (1 + torch.exp(x))


def forgets_the_brackets(x):
    return 1 / 1 + torch.exp(-x)


def clips_the_input(x):
    return 1 / (1 + torch.exp(-torch.clamp(x, -20, 20)))


def clips_at_88(x):
    return 1 / (1 + torch.exp(-torch.clamp(x, -88, 88)))


def clips_at_500(x):
    return 1 / (1 + torch.exp(-torch.clamp(x, -500, 500)))


def loses_small_results(x):
    return 0.5 * (1 + torch.tanh(x / 2))


def forgets_to_halve(x):
    return 0.5 * (1 + torch.tanh(x))


def is_tanh(x):
    return torch.tanh(x)


def is_the_hard_sigmoid(x):
    return torch.nn.functional.hardsigmoid(x)


def returns_float64(x):
    return sigmoid(x.double())


def adds_an_axis(x):
    return torch.atleast_1d(sigmoid(x))


def overwrites_the_input(x):
    return 1 / (1 + x.neg_().exp())
