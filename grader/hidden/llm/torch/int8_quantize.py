"""The known mistakes of llm/int8_quantize, as people write them in PyTorch."""

import torch

from solutions.llm.torch.int8_quantize import int8_quantize

ABSENT = {}


def quantize(x, largest, steps=127, rounded=torch.round, low=-127):
    scale = torch.where(largest > 0, largest / steps, 1)
    return rounded(x / scale).clamp(low, 127).to(torch.int8), scale


def rows(x):
    return x.abs().amax(dim=1, keepdim=True)


def cuts_digits_off(x):
    return quantize(x, rows(x), rounded=torch.trunc)


def rounds_down(x):
    return quantize(x, rows(x), rounded=torch.floor)


def rounds_halves_up(x):
    return quantize(x, rows(x), rounded=lambda z: torch.floor(z + 0.5))


def rounds_halves_away(x):
    return quantize(x, rows(x), rounded=lambda z: z.sign() * torch.floor(z.abs() + 0.5))


def takes_one_scale(x):
    return quantize(x, x.abs().max().expand(len(x), 1))


def scales_the_columns(x):
    q, scale = quantize(x.T, rows(x.T))
    return q.T.clone(), scale.T.clone()


def forgets_the_absolute_value(x):
    return quantize(x, x.amax(dim=1, keepdim=True))


def divides_by_128(x):
    return quantize(x, rows(x), steps=128, low=-128)


def divides_by_255(x):
    return quantize(x, rows(x), steps=255)


def is_asymmetric(x):
    low, high = x.amin(dim=1, keepdim=True), x.amax(dim=1, keepdim=True)
    scale = torch.where(high > low, (high - low) / 255, 1)
    return (torch.round((x - low) / scale) - 128).clamp(-128, 127).to(torch.int8), scale


def returns_the_inverse_scale(x):
    q, scale = int8_quantize(x)
    return q, 1 / scale


def flattens_the_scales(x):
    q, scale = int8_quantize(x)
    return q, scale[:, 0].clone()


def gives_zeros_the_scale_zero(x):
    q, scale = int8_quantize(x)
    return q, torch.where(rows(x) > 0, scale, 0)


def keeps_scales_above_a_limit(x):
    return quantize(x, rows(x).clamp(min=127e-8))


def returns_floats(x):
    q, scale = int8_quantize(x)
    return q.to(x.dtype), scale


def returns_int32(x):
    q, scale = int8_quantize(x)
    return q.int(), scale


def returns_the_dequantized_weight(x):
    q, scale = int8_quantize(x)
    return q * scale, scale


def returns_float64(x):
    return int8_quantize(x.double())


def overwrites_x(x):
    q, scale = int8_quantize(x)
    x.div_(scale)
    return q, scale
