"""The known mistakes of initialization/xavier_uniform, as people write them in PyTorch."""

import math

import torch

from solutions.initialization.torch.xavier_uniform import xavier_uniform


def draw(shape, rng):
    return torch.rand(shape, generator=rng, dtype=torch.float64, device=rng.device)


def fans(shape):
    if len(shape) < 2:
        raise ValueError("shape")
    return shape[1] * math.prod(shape[2:]), shape[0] * math.prod(shape[2:])


def evenly(bound, shape, rng):
    return bound * (2 * draw(shape, rng) - 1)


def takes_the_deviation_for_the_bound(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(2 / sum(fans(shape))), shape, rng)


def forgets_the_root(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(3) * 2 / sum(fans(shape)), shape, rng)


def takes_three_for_six(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(3 / sum(fans(shape))), shape, rng)


def takes_fan_in_alone(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(6 / fans(shape)[0]), shape, rng)


def takes_fan_out_alone(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(6 / fans(shape)[1]), shape, rng)


def forgets_the_kernel(shape, rng, gain=1.0):
    fans(shape)
    return evenly(gain * math.sqrt(6 / (shape[0] + shape[1])), shape, rng)


def ignores_the_gain(shape, rng, gain=1.0):
    return xavier_uniform(shape, rng)


def takes_the_root_of_the_gain(shape, rng, gain=1.0):
    return evenly(math.sqrt(gain * 6 / sum(fans(shape))), shape, rng)


def draws_from_zero_up(shape, rng, gain=1.0):
    return draw(shape, rng) * (gain * math.sqrt(6 / sum(fans(shape))))


def draws_from_a_normal(shape, rng, gain=1.0):
    std = gain * math.sqrt(2 / sum(fans(shape)))
    return std * torch.randn(shape, generator=rng, dtype=torch.float64, device=rng.device)


def repeats_one_unit(shape, rng, gain=1.0):
    return xavier_uniform(shape, rng, gain)[:1].expand(shape).clone()


def fills_each_kernel_with_one_number(shape, rng, gain=1.0):
    weight = xavier_uniform(shape, rng, gain)
    return weight[(..., *[slice(1)] * len(shape[2:]))].expand(shape).clone()


def centres_the_draw(shape, rng, gain=1.0):
    weight = xavier_uniform(shape, rng, gain)
    return weight - weight.mean()


def ignores_rng(shape, rng, gain=1.0):
    return xavier_uniform(shape, torch.Generator(rng.device).manual_seed(42), gain)


def returns_float32(shape, rng, gain=1.0):
    return xavier_uniform(shape, rng, gain).float()


def accepts_a_bias(shape, rng, gain=1.0):
    return evenly(gain * math.sqrt(6 / sum(fans(shape))) if len(shape) > 1 else 1.0, shape, rng)
