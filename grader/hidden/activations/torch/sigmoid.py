"""The known mistakes of activations/sigmoid, as people write them in PyTorch."""

import torch

from solutions.activations.torch.sigmoid import sigmoid


def divides_infinity_by_infinity(x):
    return torch.exp(x) / (1 + torch.exp(x))


def forgets_the_minus_sign(x):
    return 1 / (1 + torch.exp(x))


def forgets_the_brackets(x):
    return 1 / 1 + torch.exp(-x)


def clips_the_input(x):
    return 1 / (1 + torch.exp(-torch.clamp(x, -20, 20)))


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


def overwrites_the_input(x):
    return 1 / (1 + x.neg_().exp())
