"""The known mistakes of boltzmann/boltzmann_distribution, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.boltzmann_distribution import boltzmann_distribution


def table(bias):
    n = len(bias)
    return (torch.arange(2**n)[:, None] >> torch.arange(n).flip(0) & 1).to(bias)


def negative_energies(weight, bias, states=None):
    states = table(bias) if states is None else states
    return torch.einsum("ki,ij,kj->k", states, weight, states) / 2 + states @ bias


def counts_pairs_twice(weight, bias, temperature=1.0):
    return boltzmann_distribution(2 * weight, bias, temperature)


def counts_the_upper_triangle(weight, bias, temperature=1.0):
    return boltzmann_distribution(2 * weight.triu(1), bias, temperature)


def multiplies_by_the_temperature(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return torch.softmax(negative_energies(weight, bias) * temperature, 0)


def ignores_the_temperature(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias, 1.0 if temperature > 0 else temperature)


def divides_only_the_connections(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias * temperature, temperature)


def favours_high_energies(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return torch.softmax(-negative_energies(weight, bias) / temperature, 0)


def turns_the_biases_round(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, -bias, temperature)


def forgets_the_partition_function(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return torch.exp(negative_energies(weight, bias) / temperature)


def takes_units_of_plus_and_minus_one(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return torch.softmax(negative_energies(weight, bias, 2 * table(bias) - 1) / temperature, 0)


def counts_from_the_other_end(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight.flip(0, 1), bias.flip(0), temperature)


def overflows(weight, bias, temperature=1.0):
    likely = forgets_the_partition_function(weight, bias, temperature)
    return likely / likely.sum()


def returns_logarithms(weight, bias, temperature=1.0):
    return torch.log(boltzmann_distribution(weight, bias, temperature))


def checks_nothing(weight, bias, temperature=1.0):
    return torch.softmax(negative_energies(weight, bias) / temperature, 0)


def accepts_zero(weight, bias, temperature=1.0):
    if temperature < 0:
        raise ValueError("temperature")
    return checks_nothing(weight, bias, temperature)


def returns_float64(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias, temperature).double()
