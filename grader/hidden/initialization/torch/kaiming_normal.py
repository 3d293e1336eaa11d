"""The known mistakes of initialization/kaiming_normal, as people write them in PyTorch."""

import math

import torch

from solutions.initialization.torch.kaiming_normal import kaiming_normal


def fans(shape, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError("shape")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError("mode")
    return {"fan_in": shape[1] * math.prod(shape[2:]), "fan_out": shape[0] * math.prod(shape[2:])}


def normal(variance, shape, rng):
    return math.sqrt(variance) * torch.randn(shape, generator=rng, dtype=torch.float64, device=rng.device)


def gain_squared(a):
    return 2 / (1 + a * a)


def swaps_the_fans(shape, rng, a=0.0, mode="fan_in"):
    fan = fans(shape, mode)["fan_out" if mode == "fan_in" else "fan_in"]
    return normal(gain_squared(a) / fan, shape, rng)


def ignores_mode(shape, rng, a=0.0, mode="fan_in"):
    return normal(gain_squared(a) / fans(shape, mode)["fan_in"], shape, rng)


def averages_the_fans(shape, rng, a=0.0, mode="fan_in"):
    return normal(gain_squared(a) * 2 / sum(fans(shape, mode).values()), shape, rng)


def takes_the_variance_for_the_deviation(shape, rng, a=0.0, mode="fan_in"):
    return normal((gain_squared(a) / fans(shape, mode)[mode]) ** 2, shape, rng)


def forgets_the_kernel(shape, rng, a=0.0, mode="fan_in"):
    fans(shape, mode)
    return normal(gain_squared(a) / shape[1 if mode == "fan_in" else 0], shape, rng)


def forgets_the_two(shape, rng, a=0.0, mode="fan_in"):
    return normal(1 / (1 + a * a) / fans(shape, mode)[mode], shape, rng)


def ignores_the_slope(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, mode=mode)


def forgets_to_square_the_slope(shape, rng, a=0.0, mode="fan_in"):
    return normal(2 / (1 + a) / fans(shape, mode)[mode], shape, rng)


def forgets_the_root_of_the_gain(shape, rng, a=0.0, mode="fan_in"):
    return normal(gain_squared(a) ** 2 / fans(shape, mode)[mode], shape, rng)


def draws_evenly(shape, rng, a=0.0, mode="fan_in"):
    bound = math.sqrt(3 * gain_squared(a) / fans(shape, mode)[mode])
    return torch.empty(shape, dtype=torch.float64, device=rng.device).uniform_(-bound, bound, generator=rng)


def cuts_off_the_tails(shape, rng, a=0.0, mode="fan_in"):
    std = math.sqrt(gain_squared(a) / fans(shape, mode)[mode])
    return kaiming_normal(shape, rng, a, mode).clamp(-2 * std, 2 * std)


def takes_absolute_values(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode).abs()


def repeats_one_unit(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode)[:1].expand(shape).clone()


def centres_the_draw(shape, rng, a=0.0, mode="fan_in"):
    weight = kaiming_normal(shape, rng, a, mode)
    return weight - weight.mean()


def ignores_rng(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, torch.Generator(rng.device).manual_seed(42), a, mode)


def returns_float32(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode).float()


def accepts_a_bias(shape, rng, a=0.0, mode="fan_in"):
    return normal(gain_squared(a) / fans(shape, mode)[mode] if len(shape) > 1 else 1.0, shape, rng)


def takes_any_mode(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode if mode == "fan_in" else "fan_out")
