"""The known mistakes of tensors/standardize_fit, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.standardize_fit import standardize_fit

ABSENT = {"takes_the_median": "The median of PyTorch is the lower of the two middle values, another number."}


def checked(x):
    if not x.shape[0]:
        raise ValueError("x")


def takes_the_statistics_of_rows(x):
    checked(x)
    return x.mean(1), x.std(1, correction=0)


def takes_one_number_for_all_columns(x):
    checked(x)
    return x.mean().repeat(x.shape[1]), x.std(correction=0).repeat(x.shape[1])


def divides_by_one_less(x):
    mean, std = standardize_fit(x)
    return mean, std * (torch.tensor(len(x)).to(x) / (len(x) - 1)).sqrt()


def returns_the_variance(x):
    mean, std = standardize_fit(x)
    return mean, std**2


def swaps_the_results(x):
    return standardize_fit(x)[::-1]


def measures_spread_from_zero(x):
    return standardize_fit(x)[0], (x**2).mean(0).sqrt()


def subtracts_two_large_numbers(x):
    mean, std = standardize_fit(x)
    return mean, torch.where(std > 0, ((x**2).mean(0) - mean**2).clamp(min=0).sqrt(), 0)


def leaves_the_rounding(x):
    checked(x)
    mean = x.sum(0) / len(x)
    return mean, ((x - mean) ** 2).mean(0).sqrt()


def takes_small_for_zero(x):
    mean, std = standardize_fit(x)
    return mean, torch.where(std < 1e-7, 0, std)


def hides_a_constant_column(x):
    mean, std = standardize_fit(x)
    return mean, torch.where(std == 0, 1, std)


def adds_eps(x):
    mean, std = standardize_fit(x)
    return mean, std + 1e-8


def averages_absolute_deviations(x):
    mean, _ = standardize_fit(x)
    return mean, (x - mean).abs().mean(0)


def keeps_the_axis(x):
    mean, std = standardize_fit(x)
    return mean.unsqueeze(0), std.unsqueeze(0)


def averages_nothing(x):
    return standardize_fit(x) if len(x) else (x.mean(0), x.std(0, correction=0))


def returns_float64(x):
    mean, std = standardize_fit(x)
    return mean.double(), std.double()


def overwrites_x(x):
    mean, std = standardize_fit(x)
    x -= mean
    return mean, std
