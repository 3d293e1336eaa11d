"""The known mistakes of tensors/hessian_condition_number, as people write them in PyTorch."""

import math

import torch

from solutions.tensors.torch.hessian_condition_number import hessian_condition_number

ABSENT = {"uses_the_epsilon_of_float64": "What it divides by is rounding, which is another number in PyTorch."}


def lengths_of(x):
    return torch.linalg.svdvals(x)


def infinite(x):
    return math.isinf(hessian_condition_number(x))


def ratio(lengths, x):
    return math.inf if infinite(x) else (lengths[0] / lengths[-1]) ** 2


def forgets_to_square(x):
    return hessian_condition_number(x) ** 0.5


def turns_the_ratio_around(x):
    return 1 / hessian_condition_number(x)


def divides_by_the_examples(x):
    return hessian_condition_number(x) / len(x)


def subtracts_the_eigenvalues(x):
    lengths = lengths_of(x)
    return math.inf if infinite(x) else (lengths[0] ** 2 - lengths[-1] ** 2) / len(x)


def looks_at_the_diagonal(x):
    return ratio(x.norm(dim=0).sort(descending=True).values, x)


def centres_first(x):
    return ratio(lengths_of(x - x.mean(0)), x) if len(x) > 1 else hessian_condition_number(x)


def standardises_first(x):
    std, mean = torch.std_mean(x, 0, correction=0)
    return ratio(lengths_of((x - mean) / std), x) if std.all() else hessian_condition_number(x)


def multiplies_the_wrong_way(x):
    return hessian_condition_number(x.T)


def squares_the_matrix_first(x):
    values = torch.linalg.eigvalsh(x.T @ x)
    return math.inf if infinite(x) else values[-1] / values[0]


def uses_the_frobenius_norm(x):
    lengths = lengths_of(x)
    return math.inf if infinite(x) else torch.sqrt((lengths**4).sum() * (lengths**-4).sum())


def takes_the_trace(x):
    lengths = lengths_of(x)
    return math.inf if infinite(x) else (lengths**2).sum() / lengths[-1] ** 2


def divides_by_rounding(x):
    lengths = lengths_of(x)
    return math.inf if len(x) < x.shape[1] or lengths[-1] == 0 else (lengths[0] / lengths[-1]) ** 2


def leaves_out_the_flat_directions(x):
    lengths = lengths_of(x)
    curved = lengths[lengths > lengths[0] * 1e-6] if infinite(x) else lengths
    return (curved[0] / curved[-1]) ** 2


def forgets_the_missing_ones(x):
    lengths = lengths_of(x)
    return (lengths[0] / lengths[-1]) ** 2 if len(x) < x.shape[1] else hessian_condition_number(x)


def takes_ill_for_singular(x):
    lengths = lengths_of(x)
    return math.inf if lengths[-1] <= 1e-8 * lengths[0] else hessian_condition_number(x)


def overwrites_x(x):
    result = hessian_condition_number(x)
    x /= len(x) ** 0.5 + 1
    return result
