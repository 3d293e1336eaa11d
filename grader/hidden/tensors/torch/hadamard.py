"""The known mistakes of tensors/hadamard, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.hadamard import hadamard


def checked(input, other):
    if input.shape != other.shape:
        raise ValueError("other")


def is_the_matrix_product(input, other):
    checked(input, other)
    return torch.matmul(input, other)


def broadcasts(input, other):
    return input * other


def compares_the_number_of_axes(input, other):
    if input.dim() != other.dim():
        raise ValueError("other")
    return input * other


def compares_the_number_of_entries(input, other):
    if input.numel() != other.numel():
        raise ValueError("other")
    return input * other


def reshapes_to_fit(input, other):
    if input.numel() != other.numel():
        raise ValueError("other")
    return input * other.reshape(input.shape)


def stops_at_the_shorter(input, other):
    if other.dim() == input.dim() == 1:
        return torch.stack([a * b for a, b in zip(input, other, strict=False)])
    return hadamard(input, other)


def transposes_other(input, other):
    checked(input, other)
    return input * other.mT if input.dim() > 1 else input * other


def adds_everything_up(input, other):
    return torch.sum(hadamard(input, other))


def adds_up_each_row(input, other):
    product = hadamard(input, other)
    return product.sum(-1) if product.dim() else product


def adds_the_arrays(input, other):
    checked(input, other)
    return input + other


def adds_logarithms(input, other):
    checked(input, other)
    return torch.exp(torch.log(input) + torch.log(other))


def checks_by_assert(input, other):
    assert input.shape == other.shape
    return input * other


def returns_float64(input, other):
    return hadamard(input.double(), other.double())


def overwrites_input(input, other):
    checked(input, other)
    return input.mul_(other)
