"""Hidden tests of boltzmann/boltzmann_distribution."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.boltzmann_distribution import boltzmann_distribution

independent = (
    "(lambda s: torch.distributions.Categorical(logits=(torch.einsum('ki,ij,kj->k', s, weight, s) / 2 + s @ bias) / temperature)"
    ".probs)(torch.stack(torch.meshgrid(*[torch.arange(2)] * len(bias), indexing='ij'), -1).reshape(-1, len(bias)).to(bias))"
)


def sample(rng, size="small"):
    """Three units, or one, at a temperature that is not 1; the matrix is not symmetric and has a diagonal."""
    n = 1 if size == "ones" else 3
    return rng.normal(size=(n, n)) + np.diag([0.4, -0.6, 0.8][:n]), rng.normal(size=n), 1.5


def test_by_hand(yours):
    """Two units: the likelihoods 1, 2, 3 and 2 times 3 times 5, at several temperatures."""
    weight, bias = np.log(np.array([[1.0, 5.0], [5.0, 1.0]])), np.log(np.array([3.0, 2.0]))
    likely = np.array([1.0, 2.0, 3.0, 30.0])
    agree(yours(weight, bias), likely / 36)
    agree(yours(weight, bias, temperature=0.5), likely**2 / 914)
    agree(yours(weight, bias, temperature=2.0), likely**0.5 / (likely**0.5).sum())


def test_without_connections(yours):
    """Without connections the units know nothing of each other: each is on with the probability that a sigmoid gives."""
    bias = np.array([0.5, -1.0, 2.0])
    p = yours(np.zeros((3, 3)), bias, 0.8)
    agree(p, boltzmann_distribution(np.zeros((3, 3)), bias, 0.8))
    on = 1 / (1 + np.exp(-bias / 0.8))
    agree(np.array([p[4:].sum(), p[[2, 3, 6, 7]].sum(), p[1::2].sum()]), on)


def test_cold(yours):
    """At a low temperature all of the probability lies on the states of lowest energy, in equal parts."""
    weight = np.array([[0.0, 2.0, -3.0], [2.0, 0.0, 1.0], [-3.0, 1.0, 0.0]])
    agree(yours(weight, np.array([1.0, -1.0, 1.0]), 0.001), np.array([0, 0, 0, 0, 0, 0, 1.0, 0]))
    agree(yours(weight, np.array([1.0, -1.0, 2.0]), 0.001), np.array([0, 0.25, 0, 0.25, 0, 0, 0.25, 0.25]))


def test_hot(yours, rng):
    """At a very high temperature all states are equally likely."""
    weight, bias, _ = sample(rng)
    agree(yours(weight, bias, 1e15), np.full(8, 1 / 8))


def test_probabilities_far_apart(yours):
    """Biases of 2000 in either direction overflow nothing: the ratio of the two likely states is exp(1)."""
    p = yours(np.zeros((2, 2)), np.array([1.0, 2000.0]))
    agree(p, np.array([0.0, 1 / (1 + np.e), 0.0, np.e / (1 + np.e)]))
    agree(yours(np.zeros((2, 2)), np.array([-2000.0, -1.0])), np.array([np.e / (1 + np.e), 1 / (1 + np.e), 0.0, 0.0]))


def test_slope(yours, rng):
    """More bias makes a unit more often on: by its variance, divided by the temperature."""
    weight, bias, temperature = sample(rng)
    step = 1e-5
    p = yours(weight, bias, temperature)
    more, less = (yours(weight, bias + np.array([0.0, sign * step, 0.0]), temperature) for sign in (1, -1))
    agree(p, boltzmann_distribution(weight, bias, temperature))
    agree(more, boltzmann_distribution(weight, bias + np.array([0.0, step, 0.0]), temperature))
    agree(less, boltzmann_distribution(weight, bias - np.array([0.0, step, 0.0]), temperature))
    on = p[[2, 3, 6, 7]].sum()
    slope = (more - less)[[2, 3, 6, 7]].sum() / (2 * step)
    agree(round(float(slope - on * (1 - on) / temperature), 6) + 0.0, 0.0)


def test_bad_temperature(yours, rng):
    """A temperature of 0 or below raises a ValueError that names it."""
    weight, bias, _ = sample(rng)
    agree(yours(weight, bias, 0.25), boltzmann_distribution(weight, bias, 0.25))
    for temperature in (-1.0, 0.0):
        with pytest.raises(ValueError, match="temperature"):
            yours(weight, bias, temperature)


def table(n, dtype):
    return (np.arange(2**n)[:, None] >> np.arange(n)[::-1] & 1).astype(dtype)


def negative_energies(weight, bias):
    states = table(len(bias), weight.dtype)
    return np.einsum("ki,ij,kj->k", states, weight, states) / 2 + states @ bias


def softmax(exponents):
    likely = np.exp(exponents - exponents.max())
    return likely / likely.sum()


@mistake("The half is missing in the energy, so each pair counts twice. Divide the double sum by 2.")
def counts_pairs_twice(weight, bias, temperature=1.0):
    return boltzmann_distribution(2 * weight, bias, temperature)


@mistake("You add up each pair once and no diagonal. Use the double sum over all i and j, and half of it, as it stands.")
def counts_the_upper_triangle(weight, bias, temperature=1.0):
    return boltzmann_distribution(2 * np.triu(weight, 1), bias, temperature)


@mistake("You multiply the energy by the temperature. Divide by it: what is hot does not care about energies.")
def multiplies_by_the_temperature(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return softmax(negative_energies(weight, bias) * temperature)


@mistake("The temperature has no effect. Divide all energies by it before you take exponentials.")
def ignores_the_temperature(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias, 1.0 if temperature > 0 else temperature)


@mistake("Only the connections are divided by the temperature. Divide the whole energy, and so the biases, too.")
def divides_only_the_connections(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias * temperature, temperature)


@mistake("Your likely states are those of high energy. The exponent is minus the energy divided by the temperature.")
def favours_high_energies(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return softmax(-negative_energies(weight, bias) / temperature)


@mistake("The biases enter with the wrong sign. A positive bias lowers the energy of a unit that is on.")
def turns_the_biases_round(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, -bias, temperature)


@mistake("The probabilities do not add up to 1. Divide by the partition function, the sum over all states.")
def forgets_the_partition_function(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    return np.exp(negative_energies(weight, bias) / temperature)


@mistake("Your units are -1 and +1, as in a Hopfield network. Here they are 0 and 1, which gives other energies.")
def takes_units_of_plus_and_minus_one(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    states = 2 * table(len(bias), weight.dtype) - 1
    return softmax((np.einsum("ki,ij,kj->k", states, weight, states) / 2 + states @ bias) / temperature)


@mistake("Unit 0 is the last digit in your order of the states. Make it the leading one: the last unit changes fastest.")
def counts_from_the_other_end(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight[::-1, ::-1], bias[::-1], temperature)


@mistake(
    "Large exponents overflow, and infinity divided by infinity is NaN. Subtract the largest exponent from all of them first."
)
def overflows(weight, bias, temperature=1.0):
    boltzmann_distribution(weight, bias, temperature)
    likely = np.exp(negative_energies(weight, bias) / temperature)
    return likely / likely.sum()


@mistake("You return logarithms of the probabilities. Take the exponential of them.")
def returns_logarithms(weight, bias, temperature=1.0):
    with np.errstate(divide="ignore"):
        return np.log(boltzmann_distribution(weight, bias, temperature))


@mistake("A temperature of 0 or below passes unnoticed. Raise a ValueError that names temperature.")
def checks_nothing(weight, bias, temperature=1.0):
    return softmax(negative_energies(weight, bias) / np.float64(temperature).astype(weight.dtype))


@mistake("A temperature of 0 gets through: it has to be above 0. Refuse it as you refuse negative ones.")
def accepts_zero(weight, bias, temperature=1.0):
    if temperature < 0:
        raise ValueError("temperature")
    return checks_nothing(weight, bias, temperature)


@mistake("float32 weights give float64 probabilities. Give the table of the states the dtype of the weights.")
def returns_float64(weight, bias, temperature=1.0):
    return boltzmann_distribution(weight, bias, temperature).astype(np.float64)


@right
def state_by_state(weight, bias, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature")
    exponents = []
    for number in range(2 ** len(bias)):
        s = np.array([int(digit) for digit in f"{number:0{len(bias)}b}"], dtype=bias.dtype)
        exponents.append((s @ weight @ s / 2 + bias @ s) / temperature)
    likely = np.exp(np.array(exponents) - np.max(exponents))
    return (likely / likely.sum()).astype(weight.dtype)


@right
def by_log_sum_exp(weight, bias, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature")
    exponents = negative_energies(weight / temperature, bias / temperature)
    return np.exp(exponents - np.logaddexp.reduce(exponents))


@right
def on_a_grid(weight, bias, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature")
    grid = np.indices((2,) * len(bias)).astype(weight.dtype)
    energy = -np.einsum("i...,ij,j...->...", grid, weight, grid) / 2 - np.tensordot(bias, grid, 1)
    return softmax(-energy.ravel() / temperature)
