"""The known mistakes of boltzmann/som_bmu, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.som_bmu import som_bmu


def distances(x, weight):
    return ((weight - x) ** 2).sum(-1)


def place(table):
    return torch.unravel_index(table.argmin(), table.shape)


def compares_scalar_products(x, weight):
    return place(-(weight @ x))


def compares_angles(x, weight):
    return place(-(weight @ x) / torch.linalg.vector_norm(weight, dim=-1).clamp(min=1e-9))


def adds_up_absolute_differences(x, weight):
    return place((weight - x).abs().sum(-1))


def compares_the_largest_difference(x, weight):
    return place((weight - x).abs().amax(-1))


def squares_the_sum(x, weight):
    return place((weight - x).sum(-1) ** 2)


def returns_the_column_first(x, weight):
    row, column = som_bmu(x, weight)
    return column, row


def divides_by_the_number_of_rows(x, weight):
    flat = distances(x, weight).argmin()
    return flat // len(weight), flat % len(weight)


def returns_the_flat_number(x, weight):
    return distances(x, weight).argmin()


def minimizes_each_axis_alone(x, weight):
    table = distances(x, weight)
    return table.sum(1).argmin(), table.sum(0).argmin()


def finds_the_worst(x, weight):
    return place(-distances(x, weight))


def gives_ties_to_the_last(x, weight):
    table = distances(x, weight)
    return tuple(torch.argwhere(table == table.min())[-1])


def reads_column_by_column(x, weight):
    column, row = place(distances(x, weight).T)
    return row, column


def expands_the_square(x, weight):
    return place((weight**2).sum(-1) - 2 * weight @ x + (x**2).sum())
