# verdict: wrong
# mistake: The floor of 1e-8 is added to the sum of the sizes instead of being the least value of the denominator, which changes the error of small entries.
# told: adds_the_floor
import torch


def grad_check(analytic, numeric, tol=1e-6):
    if tuple(analytic.shape) != tuple(numeric.shape):
        raise ValueError("numeric must have the same shape as analytic")
    a, n = analytic.double(), numeric.double()
    error = ((a - n).abs() / (a.abs() + n.abs() + 1e-8)).max().item()
    return error <= tol, error
