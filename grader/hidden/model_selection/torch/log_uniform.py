"""The known mistakes of model_selection/log_uniform, as people write them in PyTorch."""

import math

import torch

from solutions.model_selection.torch.log_uniform import log_uniform

ABSENT = {"returns_float64": "A tensor without axes never changes the dtype of one with axes."}


def draws_uniformly(low, high, u):
    log_uniform(low, high, u)
    return low + (high - low) * u


def takes_the_ends_for_exponents(low, high, u):
    log_uniform(low, high, u)
    return 10 ** (low + (high - low) * u)


def returns_the_logarithm(low, high, u):
    return log_uniform(low, high, u).log()


def mixes_natural_with_ten(low, high, u):
    log_uniform(low, high, u)
    return 10 ** (math.log(low) + (math.log(high) - math.log(low)) * u)


def mixes_ten_with_natural(low, high, u):
    log_uniform(low, high, u)
    return torch.exp(math.log10(low) + (math.log10(high) - math.log10(low)) * u)


def rounds_to_decades(low, high, u):
    log_uniform(low, high, u)
    return low * 10 ** torch.floor(math.log10(high / low) * u)


def starts_at_the_upper_end(low, high, u):
    log_uniform(low, high, u)
    return high * (low / high) ** u


def forgets_the_lower_end(low, high, u):
    return log_uniform(low, high, u) / low


def forgets_the_ratio(low, high, u):
    log_uniform(low, high, u)
    return low * high**u


def takes_the_difference_for_the_ratio(low, high, u):
    log_uniform(low, high, u)
    return low * (1 + high - low) ** u


def draws_the_inverse(low, high, u):
    log_uniform(low, high, u)
    return 1 / (1 / low + (1 / high - 1 / low) * u)


def returns_float32(low, high, u):
    return log_uniform(low, high, u.float())


def overwrites_u(low, high, u):
    return u.copy_(log_uniform(low, high, u))


def checks_the_upper_end_only(low, high, u):
    return log_uniform(low, high, u) if low > 0 else torch.zeros_like(u)


def checks_the_lower_end_only(low, high, u):
    return log_uniform(low, high, u) if low <= high else low * (high / low) ** u


def rejects_equal_ends(low, high, u):
    if high <= low:
        raise ValueError("low must be below high")
    return log_uniform(low, high, u)
