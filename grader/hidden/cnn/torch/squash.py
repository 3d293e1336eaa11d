"""The known mistakes of cnn/squash, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.squash import squash


def length_of(s, dim):
    return torch.linalg.vector_norm(s, dim=dim, keepdim=True)


def divides_by_zero(s, dim=-1):
    length = s.norm(dim=dim, keepdim=True)
    return length**2 / (1 + length**2) * (s / length)


def squashes_number_by_number(s, dim=-1):
    return s * s.abs() / (1 + s**2)


def takes_all_for_one_capsule(s, dim=-1):
    length = s.norm()
    return s * (length / (1 + length**2))


def ignores_dim(s, dim=-1):
    return squash(s, -1)


def forgets_the_squares(s, dim=-1):
    return s / (1 + length_of(s, dim))


def forgets_to_normalize(s, dim=-1):
    length = length_of(s, dim)
    return s * (length**2 / (1 + length**2))


def only_normalizes(s, dim=-1):
    length = length_of(s, dim)
    return s / length.where(length > 0, torch.ones_like(length))


def adds_a_small_constant(s, dim=-1):
    length = length_of(s, dim)
    return length**2 / (1 + length**2) * (s / (length + 1e-8))


def adds_a_constant_under_the_root(s, dim=-1):
    square = (s**2).sum(dim=dim, keepdim=True)
    return square / (1 + square) * (s / torch.sqrt(square + 1e-8))


def subtracts_from_one(s, dim=-1):
    length = length_of(s, dim)
    return s * ((1 - 1 / (1 + length**2)) / length.where(length > 0, torch.ones_like(length)))


def returns_the_lengths(s, dim=-1):
    square = (s**2).sum(dim=dim)
    return square / (1 + square)


def adds_absolute_values(s, dim=-1):
    length = s.abs().sum(dim=dim, keepdim=True)
    return s * (length / (1 + length**2))


def forgets_the_root(s, dim=-1):
    square = (s**2).sum(dim=dim, keepdim=True)
    return s * (square / (1 + square**2))


def returns_float64(s, dim=-1):
    return squash(s, dim).double()


def overwrites_the_input(s, dim=-1):
    s *= length_of(s, dim) / (1 + length_of(s, dim) ** 2)
    return s.clone()
