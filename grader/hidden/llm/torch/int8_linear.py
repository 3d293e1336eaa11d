"""The known mistakes of llm/int8_linear, as people write them in PyTorch."""

import torch

from solutions.llm.torch.int8_linear import int8_linear

ABSENT = {}


def rows(x):
    return x.abs().amax(dim=1, keepdim=True)


def wrapped(whole, bits):
    """Sums in a type of so many bits."""
    return torch.remainder(whole + 2 ** (bits - 1), 2**bits) - 2 ** (bits - 1)


def layer(x, q_weight, scale, bias, largest=None, rounded=torch.round, bits=64, steps=127):
    """The layer with another scale or rounding of its inputs, or another type for the sums."""
    largest = rows(x) if largest is None else largest
    scale_x = torch.where(largest > 0, largest / steps, 1)
    whole = rounded(x / scale_x).double()
    whole = (whole if bits == 64 else wrapped(whole, bits)) @ q_weight.double().T
    return ((whole if bits == 64 else wrapped(whole, bits)) * (scale_x * scale.T) + bias).to(x.dtype)


def multiplies_bytes(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, bits=8)


def adds_up_in_int16(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, bits=16)


def leaves_the_inputs_as_they_are(x, q_weight, scale, bias):
    return x @ (q_weight * scale).T + bias


def forgets_the_scale_of_the_input(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, scale, 0 * bias) / torch.where(rows(x) > 0, rows(x) / 127, 1) + bias


def forgets_the_scale_of_the_weight(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, torch.ones_like(scale), bias)


def scales_the_bias(x, q_weight, scale, bias):
    scale_x = torch.where(rows(x) > 0, rows(x) / 127, 1)
    return int8_linear(x, q_weight, scale, 0 * bias) + bias * (scale_x * scale.T)


def forgets_the_bias(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, scale, 0 * bias)


def takes_one_scale(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, largest=x.abs().max().expand(len(x), 1))


def multiplies_samples_by_the_weight_scales(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, torch.ones_like(scale), 0 * bias) * scale + bias


def cuts_digits_off(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, rounded=torch.trunc)


def rounds_halves_up(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, rounded=lambda z: torch.floor(z + 0.5))


def forgets_the_absolute_value(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, largest=x.amax(dim=1, keepdim=True))


def divides_by_128(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, steps=128)


def divides_zeros_by_zero(x, q_weight, scale, bias):
    y = int8_linear(x, q_weight, scale, bias)
    return torch.where((x == 0).all(dim=1, keepdim=True), torch.nan, y)


def returns_float64(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, scale, bias).double()
