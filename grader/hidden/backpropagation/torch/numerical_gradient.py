"""The known mistakes of backpropagation/numerical_gradient, as people write them in PyTorch."""

import itertools

import torch

from solutions.backpropagation.torch.numerical_gradient import numerical_gradient

ABSENT = {"borrows_the_input": "A tensor cannot be read-only, and every entry comes back exactly: the call leaves no trace."}


def positions(x):
    """All indices, one tuple after another."""
    return itertools.product(*map(range, x.shape))


def entry_by_entry(x, one):
    """A float64 tensor of the shape of x, filled with one(index)."""
    gradient = torch.zeros(x.shape, dtype=torch.float64, device=x.device)
    for index in positions(x):
        gradient[index] = one(index)
    return gradient


def moved(x, index, step):
    copy = x.to(torch.float64, copy=True)
    copy[index] += step
    return copy


def takes_the_forward_difference(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, eps)) - f(x.to(torch.float64))) / eps)


def keeps_a_view_of_the_entry(f, x, eps=1e-6):
    point, gradient = x.to(torch.float64, copy=True), torch.zeros(x.shape, dtype=torch.float64, device=x.device)
    for index in positions(x):
        here = point[index]  # changes with the point
        point[index] = here + eps
        above = f(point)
        point[index] = here - eps
        below = f(point)
        point[index] = here
        gradient[index] = (above - below) / (2 * eps)
    return gradient


def divides_by_one_step(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, eps)) - f(moved(x, i, -eps))) / eps)


def subtracts_the_wrong_way(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, -eps)) - f(moved(x, i, eps))) / (2 * eps))


def moves_all_entries_at_once(f, x, eps=1e-6):
    x = x.to(torch.float64)
    return torch.zeros_like(x) + (f(x + eps) - f(x - eps)) / (2 * eps)


def loops_over_the_first_axis(f, x, eps=1e-6):
    gradient = torch.zeros(x.shape, dtype=torch.float64, device=x.device)
    for i in range(len(x)) if x.ndim else [()]:
        gradient[i] = (f(moved(x, i, eps)) - f(moved(x, i, -eps))) / (2 * eps)
    return gradient


def never_moves_back(f, x, eps=1e-6):
    point = x.to(torch.float64, copy=True)

    def one(index):
        point[index] += eps
        above = f(point)
        point[index] -= 2 * eps
        return (above - f(point)) / (2 * eps)

    return entry_by_entry(x, one)


def restores_by_arithmetic(f, x, eps=1e-6):
    point = x.to(torch.float64)  # x itself, if that is what it holds

    def one(index):
        point[index] += eps
        above = f(point)
        point[index] -= 2 * eps
        below = f(point)
        point[index] += eps
        return (above - below) / (2 * eps)

    return entry_by_entry(x, one)


def keeps_the_dtype(f, x, eps=1e-6):
    point, gradient = x.clone(), torch.zeros_like(x)
    for index in positions(x):
        here = point[index].clone()
        point[index] = here + eps
        above = f(point)
        point[index] = here - eps
        below = f(point)
        point[index] = here
        gradient[index] = (above - below) / (2 * eps)
    return gradient


def ignores_eps(f, x, eps=1e-6):
    return numerical_gradient(f, x)


def scales_the_step(f, x, eps=1e-6):
    def one(index):
        step = eps * max(1.0, abs(float(x[index])))
        return (f(moved(x, index, step)) - f(moved(x, index, -step))) / (2 * step)

    return entry_by_entry(x, one)
