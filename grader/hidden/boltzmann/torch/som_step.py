"""The known mistakes of boltzmann/som_step, as people write them in PyTorch."""

import math

import torch

from solutions.boltzmann.torch.som_step import som_step


def winner(x, weight):
    table = ((weight - x) ** 2).sum(-1)
    return torch.unravel_index(table.argmin(), table.shape)


def offsets(x, weight, place=None):
    """How many rows and columns each unit is away from the winner."""
    row, column = winner(x, weight) if place is None else place
    return torch.arange(len(weight))[:, None].to(x) - row, torch.arange(weight.shape[1]).to(x) - column


def gaussian(x, weight, sigma, place=None):
    r, c = offsets(x, weight, place)
    return torch.exp(-((r / sigma) ** 2 + (c / sigma) ** 2) / 2)


def move(x, weight, lr, neighbourhood):
    return weight + lr * neighbourhood[..., None].to(weight) * (x - weight)


def squared_steps(x, weight):
    r, c = offsets(x, weight)
    return r**2 + c**2


def measures_in_the_data(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    to_the_winner = ((weight - weight[winner(x, weight)]) ** 2).sum(-1)
    return move(x, weight, lr, torch.exp(-to_the_winner / sigma / sigma / 2))


def moves_the_winner_alone(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, squared_steps(x, weight) == 0)


def moves_all_alike(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return weight + lr * (x - weight)


def forgets_the_two(x, weight, lr, sigma):
    return som_step(x, weight, lr, sigma / math.sqrt(2))


def forgets_to_square_sigma(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, torch.exp(-squared_steps(x, weight) / (2 * sigma)))


def forgets_to_square_the_distance(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, torch.exp(-squared_steps(x, weight).sqrt() / sigma / sigma / 2))


def walks_around_the_block(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = offsets(x, weight)
    return move(x, weight, lr, torch.exp(-(((r.abs() + c.abs()) / sigma) ** 2) / 2))


def walks_like_a_king(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = offsets(x, weight)
    return move(x, weight, lr, torch.exp(-((torch.maximum(r.abs(), c.abs()) / sigma) ** 2) / 2))


def wraps_around(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = (torch.minimum(o.abs(), n - o.abs()) for o, n in zip(offsets(x, weight), weight.shape, strict=False))
    return move(x, weight, lr, torch.exp(-((r / sigma) ** 2) / 2 - (c / sigma) ** 2 / 2))


def takes_a_disc(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, squared_steps(x, weight).sqrt() <= sigma)


def normalizes_the_neighbourhood(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    h = torch.exp(-squared_steps(x, weight) / sigma / sigma / 2)
    return move(x, weight, lr, h / h.sum())


def moves_away(x, weight, lr, sigma):
    return som_step(x, weight, -lr, sigma)


def ignores_the_learning_rate(x, weight, lr, sigma):
    return som_step(x, weight, 1.0, sigma)


def swaps_row_and_column(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, gaussian(x, weight, sigma, winner(x, weight)[::-1]))


def lets_long_prototypes_win(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    place = torch.unravel_index((weight @ x).argmax(), weight.shape[:2])
    return move(x, weight, lr, gaussian(x, weight, sigma, place))


def divides_zero_by_zero(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, torch.exp(-squared_steps(x, weight) / (2 * sigma**2)))


def checks_nothing(x, weight, lr, sigma):
    return som_step(x, weight, lr, abs(sigma) or 1e-9)


def overwrites_weight(x, weight, lr, sigma):
    return weight.copy_(som_step(x, weight, lr, sigma))


def returns_float64(x, weight, lr, sigma):
    return som_step(x, weight, lr, sigma).double()
