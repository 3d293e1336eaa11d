"""The known mistakes of activations/swish, as people write them in PyTorch."""

import torch

from solutions.activations.torch.swish import swish


def ignores_beta(x, beta=1.0):
    return x * torch.sigmoid(x)


def puts_beta_outside(x, beta=1.0):
    return beta * x * torch.sigmoid(x)


def uses_beta_twice(x, beta=1.0):
    z = beta * x
    return z * torch.sigmoid(z)


def divides_by_beta(x, beta=1.0):
    return x * torch.sigmoid(x / beta)


def forgets_to_multiply_by_x(x, beta=1.0):
    return torch.sigmoid(beta * x)


def opens_the_gate_on_the_wrong_side(x, beta=1.0):
    return x / (1 + torch.exp(beta * x))


def divides_infinity_by_infinity(x, beta=1.0):
    return x * torch.exp(beta * x) / (1 + torch.exp(beta * x))


def clips_the_gate(x, beta=1.0):
    return x * torch.sigmoid(torch.clamp(beta * x, -20, 20))


def chooses_by_the_sign_of_x(x, beta=1.0):
    z = beta * x
    return x * torch.where(x >= 0, 1 / (1 + torch.exp(-z)), torch.exp(z) / (1 + torch.exp(z)))


def takes_zero_for_missing(x, beta=1.0):
    return swish(x, beta or 1.0)


def is_hard_swish(x, beta=1.0):
    return x * torch.clamp(beta * x / 6 + 0.5, 0, 1)


def returns_float64(x, beta=1.0):
    return swish(x.double(), beta)


def gives_a_single_number_an_axis(x, beta=1.0):
    return swish(torch.atleast_1d(x), beta)


def overwrites_the_input(x, beta=1.0):
    return x.mul_(torch.sigmoid(beta * x))
