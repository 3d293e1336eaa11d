"""The known mistakes of backpropagation/grad_check, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.grad_check import grad_check


def errors(analytic, numeric, floor=1e-8):
    """The relative error of each entry."""
    if analytic.shape != numeric.shape:
        raise ValueError("numeric must have the shape of analytic")
    return (analytic - numeric).abs() / (analytic.abs() + numeric.abs()).clamp(min=floor)


def judged(error, tol):
    return error <= tol, error


def takes_the_absolute_error(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    return judged((analytic - numeric).abs().max(), tol)


def divides_zero_by_zero(analytic, numeric, tol=1e-6):
    return judged(errors(analytic, numeric, 0.0).max(), tol)


def averages(analytic, numeric, tol=1e-6):
    return judged(errors(analytic, numeric).mean(), tol)


def compares_norms(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    size = (analytic.norm() + numeric.norm()).clamp(min=1e-8)
    return judged((analytic - numeric).norm() / size, tol)


def divides_by_the_larger_one(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    size = torch.maximum(analytic.abs(), numeric.abs()).clamp(min=1e-8)
    return judged(((analytic - numeric).abs() / size).max(), tol)


def divides_by_the_numeric_one(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    return judged(((analytic - numeric).abs() / numeric.abs().clamp(min=1e-8)).max(), tol)


def adds_the_floor(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    return judged(((analytic - numeric).abs() / (analytic.abs() + numeric.abs() + 1e-8)).max(), tol)


def has_a_floor_of_one(analytic, numeric, tol=1e-6):
    return judged(errors(analytic, numeric, 1.0).max(), tol)


def adds_before_the_absolute_value(analytic, numeric, tol=1e-6):
    errors(analytic, numeric)
    return judged(((analytic - numeric).abs() / (analytic + numeric).abs().clamp(min=1e-8)).max(), tol)


def keeps_the_sign(analytic, numeric, tol=1e-6):
    return judged(((analytic - numeric).sign() * errors(analytic, numeric)).max(), tol)


def refuses_the_tolerance_itself(analytic, numeric, tol=1e-6):
    error = errors(analytic, numeric).max()
    return error < tol, error


def ignores_tol(analytic, numeric, tol=1e-6):
    return grad_check(analytic, numeric)


def lets_nan_pass(analytic, numeric, tol=1e-6):
    error = errors(analytic, numeric).max()
    return ~(error > tol), error


def skips_nan(analytic, numeric, tol=1e-6):
    return judged(errors(analytic, numeric).nan_to_num(nan=0.0).max(), tol)


def broadcasts(analytic, numeric, tol=1e-6):
    return judged(((analytic - numeric).abs() / (analytic.abs() + numeric.abs()).clamp(min=1e-8)).max(), tol)


def returns_the_error_first(analytic, numeric, tol=1e-6):
    return grad_check(analytic, numeric, tol)[::-1]


def overwrites_the_gradient(analytic, numeric, tol=1e-6):
    result = grad_check(analytic, numeric, tol)
    analytic -= numeric
    return result
