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


def moved(x, index, step, dtype=torch.float64):
    copy = x.to(dtype, copy=True)
    copy[index] = copy[index] + step
    return copy


def central(f, x, index, step, dtype=torch.float64):
    return (f(moved(x, index, step, dtype)) - f(moved(x, index, -step, dtype))) / (2 * step)


def up_down_and_back(f, point, moving, eps, keep=torch.clone):
    """The gradient where entries of `moving`, usually the point itself, are moved and put back as they were kept."""
    gradient = torch.zeros_like(moving)
    for index in positions(moving):
        here = keep(moving[index])
        moving[index] = here + eps
        above = f(point)
        moving[index] = here - eps
        below = f(point)
        moving[index] = here
        gradient[index] = (above - below) / (2 * eps)
    return gradient.reshape(point.shape)


def up_and_down(f, point, eps, up_again):
    def one(index):
        point[index] += eps
        above = f(point)
        point[index] -= 2 * eps
        below = f(point)
        point[index] += up_again
        return (above - below) / (2 * eps)

    return entry_by_entry(point, one)


def takes_the_forward_difference(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, eps)) - f(x.to(torch.float64))) / eps)


def keeps_a_view_of_the_entry(f, x, eps=1e-6):
    point = x.to(torch.float64, copy=True)
    return up_down_and_back(f, point, point, eps, keep=lambda entry: entry)  # which changes with the point


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
        gradient[i] = central(f, x, i, eps)
    return gradient


def hands_over_a_vector(f, x, eps=1e-6):
    return numerical_gradient(f, x.reshape(-1), eps).reshape(x.shape)


def never_moves_back(f, x, eps=1e-6):
    return up_and_down(f, x.to(torch.float64, copy=True), eps, 0.0)


def restores_by_arithmetic(f, x, eps=1e-6):
    return up_and_down(f, x.to(torch.float64), eps, eps)  # x itself, if that is what it holds


def keeps_the_dtype(f, x, eps=1e-6):
    point = x.clone()
    return up_down_and_back(f, point, point, eps)


def moves_a_copy_in_the_same_dtype(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: central(f, x, i, eps, x.dtype))


def returns_float32(f, x, eps=1e-6):
    return numerical_gradient(f, x, eps).float()


def moves_a_copy_that_f_never_sees(f, x, eps=1e-6):
    point = x.to(torch.float64, copy=True)
    return up_down_and_back(f, point, point.flatten(), eps)


def takes_four_points(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (4 * central(f, x, i, eps) - central(f, x, i, 2 * eps)) / 3)


def ignores_eps(f, x, eps=1e-6):
    return numerical_gradient(f, x)


def scales_the_step(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: central(f, x, i, eps * max(1.0, abs(float(x[i])))))
