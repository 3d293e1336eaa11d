"""The known mistakes of regularization/ridge_polyfit, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.ridge_polyfit import ridge_polyfit

ABSENT = {"solves_the_normal_equations": "The digits that it loses are lost in another way by each library."}


def solved(x, y, powers, penalty):
    rows = torch.cat([powers, penalty.to(x.dtype)])
    return torch.linalg.lstsq(rows, torch.cat([y, y.new_zeros(len(penalty))])[:, None]).solution[:, 0]


def vander(x, n):
    return x[:, None] ** torch.arange(n)


def penalises_the_intercept(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, vander(x, degree + 1), lam**0.5 * torch.eye(degree + 1, dtype=x.dtype))


def puts_the_highest_power_first(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, lam).flip(0)


def spares_the_highest_power(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, vander(x, degree + 1).flip(1), lam**0.5 * torch.eye(degree + 1, dtype=x.dtype)[1:]).flip(0)


def ignores_lam(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return ridge_polyfit(x, y, degree)


def squares_lam(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return ridge_polyfit(x, y, degree, lam**2)


def averages_the_error(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, lam * len(x))


def halves_the_error(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, 2 * lam)


def stops_one_power_early(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, vander(x, degree), lam**0.5 * torch.eye(degree, dtype=x.dtype)[1:])


def loses_the_mean(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y - y.mean(), degree, lam)


def centres_x(x, y, degree, lam=0.0):
    return ridge_polyfit(x - x.mean(), y, degree, lam)


def returns_float64(x, y, degree, lam=0.0):
    return ridge_polyfit(x.double(), y.double(), degree, lam)


def checks_nothing(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, max(lam, 0.0))
