"""The known mistakes of activations/activation_grad, as people write them in PyTorch."""

import math

import torch

from solutions.activations.torch.activation_grad import activation_grad

ACTIVATIONS = {
    "step": lambda x: (x > 0).to(x.dtype),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.nn.functional.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "elu": torch.nn.functional.elu,
    "softplus": torch.nn.functional.softplus,
    "swish": torch.nn.functional.silu,
    "gelu": torch.nn.functional.gelu,
}


def activation(x, name):
    if name not in ACTIVATIONS:
        raise ValueError("name")
    return ACTIVATIONS[name](x)


def _but(**others):
    """The slopes with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation_grad(x, name)


def _density(x):
    return torch.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def _distribution(x):
    return (1 + torch.erf(x / math.sqrt(2))) / 2


def returns_the_activation(x, name):
    return activation(x, name)


def takes_the_right_slope_at_zero(x, name):
    right = torch.full_like(x, 0.01).masked_fill(x >= 0, 1)
    return _but(relu=lambda x: (x >= 0).to(x.dtype), leaky_relu=lambda x: right)(x, name)


def forgets_the_leak(x, name):
    return _but(leaky_relu=lambda x: (x > 0).to(x.dtype))(x, name)


def leaks_on_the_right(x, name):
    return _but(leaky_relu=lambda x: torch.ones_like(x).masked_fill(x > 0, 0.01))(x, name)


def takes_the_input_for_the_output(x, name):
    return _but(sigmoid=lambda x: x * (1 - x), tanh=lambda x: 1 - x**2)(x, name)


def forgets_one_minus_y(x, name):
    return _but(sigmoid=torch.sigmoid)(x, name)


def forgets_the_square(x, name):
    return _but(tanh=lambda x: 1 - torch.tanh(x))(x, name)


def takes_tanh_for_a_sigmoid(x, name):
    return _but(tanh=lambda x: torch.sigmoid(x) * (1 - torch.sigmoid(x)))(x, name)


def bends_the_right_of_elu(x, name):
    return _but(elu=torch.exp)(x, name)


def keeps_the_constant_of_elu(x, name):
    return _but(elu=lambda x: torch.where(x > 0, 1, torch.expm1(x)))(x, name)


def differentiates_softplus_twice(x, name):
    return _but(softplus=lambda x: torch.sigmoid(x) * (1 - torch.sigmoid(x)))(x, name)


def forgets_the_second_term_of_swish(x, name):
    return _but(swish=torch.sigmoid)(x, name)


def forgets_the_first_term_of_swish(x, name):
    return _but(swish=lambda x: x * torch.sigmoid(x) * (1 - torch.sigmoid(x)))(x, name)


def forgets_the_density(x, name):
    return _but(gelu=_distribution)(x, name)


def forgets_x_before_the_density(x, name):
    return _but(gelu=lambda x: _distribution(x) + _density(x))(x, name)


def does_not_normalise_the_density(x, name):
    return _but(gelu=lambda x: _distribution(x) + x * torch.exp(-x * x / 2))(x, name)


def divides_infinity_by_infinity(x, name):
    def slope(x):
        return torch.exp(-x) / (1 + torch.exp(-x)) ** 2

    return _but(sigmoid=slope, swish=lambda x: torch.sigmoid(x) + x * slope(x))(x, name)


def goes_straight_through_the_step(x, name):
    return _but(step=torch.ones_like)(x, name)


def makes_the_step_infinitely_steep(x, name):
    return _but(step=lambda x: torch.zeros_like(x).masked_fill(x == 0, math.inf))(x, name)


def takes_a_difference_quotient(x, name):
    return (activation(x + 1e-3, name) - activation(x - 1e-3, name)) / 2e-3


def takes_the_unknown_for_flat(x, name):
    return activation_grad(x, name) if name in ACTIVATIONS else torch.zeros_like(x)


def returns_float64(x, name):
    return activation_grad(x.double(), name)


def overwrites_the_input(x, name):
    return x.copy_(activation_grad(x, name))
