"""The known mistakes of activations/activation, as people write them in PyTorch."""

import math

import torch

from solutions.activations.torch.activation import activation

KNOWN = ("step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish", "gelu")


def _but(**others):
    """The activations with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation(x, name)


def steps_at_zero(x, name):
    return _but(step=lambda x: (x >= 0).to(x.dtype))(x, name)


def steps_from_minus_one(x, name):
    return _but(step=lambda x: 2 * (x > 0).to(x.dtype) - 1)(x, name)


def steps_to_booleans(x, name):
    return _but(step=lambda x: x > 0)(x, name)


def overflows_in_the_sigmoid(x, name):
    def sigmoid(x):
        return torch.exp(x) / (1 + torch.exp(x))

    return _but(sigmoid=sigmoid, swish=lambda x: x * sigmoid(x))(x, name)


def overflows_in_tanh(x, name):
    return _but(tanh=lambda x: (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x)))(x, name)


def overflows_in_softplus(x, name):
    return _but(softplus=lambda x: torch.log(1 + torch.exp(x)))(x, name)


def masks_the_elu(x, name):
    return _but(elu=lambda x: x * (x > 0) + (torch.exp(x) - 1) * (x <= 0))(x, name)


def forgets_minus_one_in_elu(x, name):
    return _but(elu=lambda x: torch.where(x > 0, x, torch.exp(x)))(x, name)


def leaks_too_much(x, name):
    return _but(leaky_relu=lambda x: torch.maximum(x, 0.1 * x))(x, name)


def leaks_on_the_right(x, name):
    return _but(leaky_relu=lambda x: torch.minimum(x, 0.01 * x))(x, name)


def halves_tanh(x, name):
    return _but(tanh=lambda x: 2 * torch.sigmoid(x) - 1)(x, name)


def mirrors_the_sigmoid(x, name):
    return _but(sigmoid=lambda x: 1 / (1 + torch.exp(x)))(x, name)


def puts_a_ceiling_on_relu(x, name):
    return _but(relu=lambda x: torch.clamp(x, 0, 1))(x, name)


def takes_softplus_to_base_two(x, name):
    return _but(softplus=lambda x: torch.logaddexp2(x / math.log(2), torch.zeros_like(x)))(x, name)


def mirrors_softplus(x, name):
    return _but(softplus=lambda x: torch.logaddexp(-x, torch.zeros_like(x)))(x, name)


def forgets_x_in_swish(x, name):
    return _but(swish=torch.sigmoid)(x, name)


def approximates_gelu_by_a_sigmoid(x, name):
    return _but(gelu=lambda x: x * torch.sigmoid(1.702 * x))(x, name)


def approximates_gelu_by_tanh(x, name):
    return _but(gelu=lambda x: x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))) / 2)(x, name)


def forgets_the_root_of_two(x, name):
    return _but(gelu=lambda x: x * (1 + torch.erf(x)) / 2)(x, name)


def forgets_the_half_in_gelu(x, name):
    return _but(gelu=lambda x: x * (1 + torch.erf(x / math.sqrt(2))))(x, name)


def takes_the_unknown_for_the_identity(x, name):
    return activation(x, name) if name in KNOWN else x.clone()


def returns_float64(x, name):
    return activation(x.double(), name)


def overwrites_the_input(x, name):
    return x.copy_(activation(x, name))
