"""The known mistakes of activations/tanh_from_sigmoid, as people write them in PyTorch."""

import torch

from solutions.activations.torch.tanh_from_sigmoid import tanh_from_sigmoid


def forgets_the_inner_two(x):
    return 2 * torch.sigmoid(x) - 1


def forgets_the_outer_two(x):
    return torch.sigmoid(2 * x) - 1


def forgets_to_centre(x):
    return 2 * torch.sigmoid(2 * x)


def centres_without_stretching(x):
    return torch.sigmoid(2 * x) - 0.5


def stays_a_sigmoid(x):
    return torch.sigmoid(2 * x)


def divides_infinity_by_infinity(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))


def overflows_in_float32(x):
    grown = torch.exp(torch.clamp(2 * x, -709.0, 709.0))
    return (grown - 1) / (grown + 1)


def clips_the_input(x):
    return tanh_from_sigmoid(torch.clamp(x, -4.5, 4.5))


def is_a_hard_tanh(x):
    return torch.nn.functional.hardtanh(x)


def loses_the_sign(x):
    return tanh_from_sigmoid(x.abs())


def turns_the_sign(x):
    return 1 - 2 * torch.sigmoid(2 * x)


def divides_by_the_size(x):
    return tanh_from_sigmoid(x.abs()) * (x / x.abs())


def returns_the_slope(x):
    return 1 - tanh_from_sigmoid(x) ** 2


def returns_float32(x):
    return tanh_from_sigmoid(x.float())


def returns_float64(x):
    return tanh_from_sigmoid(x.double())


def overwrites_the_input(x):
    return 2 * torch.sigmoid(x.mul_(2)) - 1
