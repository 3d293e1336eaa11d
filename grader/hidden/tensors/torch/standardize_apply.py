"""The known mistakes of tensors/standardize_apply, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.standardize_apply import standardize_apply


def looks_at_the_test_set(x, mean, std):
    return standardize_apply(x, x.mean(0), x.std(0, correction=0)) if len(x) else x.clone()


def centres_on_the_test_set(x, mean, std):
    return standardize_apply(x, x.mean(0), std) if len(x) else x.clone()


def divides_by_zero(x, mean, std):
    return (x - mean) / std


def hides_what_is_new(x, mean, std):
    return torch.where(std == 0, 0, standardize_apply(x, mean, std))


def leaves_a_constant_feature(x, mean, std):
    return torch.where(std == 0, x, standardize_apply(x, mean, std))


def adds_eps(x, mean, std):
    return (x - mean) / (std + 1e-8)


def takes_small_for_zero(x, mean, std):
    return standardize_apply(x, mean, torch.where(std < 1e-8, 0, std))


def divides_by_the_variance(x, mean, std):
    return standardize_apply(x, mean, std**2)


def forgets_to_centre(x, mean, std):
    return standardize_apply(x, torch.zeros_like(mean), std)


def divides_first(x, mean, std):
    return x / torch.where(std == 0, 1, std) - mean


def goes_back(x, mean, std):
    return x * std + mean


def measures_the_rows(x, mean, std):
    return ((x.T - mean) / torch.where(std == 0, 1, std)).T


def clips_at_three(x, mean, std):
    return standardize_apply(x, mean, std).clamp(-3, 3)


def returns_float64(x, mean, std):
    return standardize_apply(x, mean, std).double()


def overwrites_std(x, mean, std):
    for j, value in enumerate(std):
        if value == 0:
            std[j] = 1
    return (x - mean) / std


def overwrites_x(x, mean, std):
    x -= mean
    return x.div_(torch.where(std == 0, 1, std))
