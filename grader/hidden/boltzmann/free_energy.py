"""Hidden tests of boltzmann/free_energy."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.free_energy import free_energy

independent = (
    "-torch.logsumexp(visible[..., None, :] @ visible_bias + (lambda h: (visible @ weight.T + hidden_bias) @ h.T)"
    "(torch.cartesian_prod(*[torch.arange(2)] * len(weight)).reshape(-1, len(weight)).to(weight)), -1)"
)


def sample(rng, size="small"):
    """Two states of four visible units, and three hidden units."""
    n, v, h = (1, 1, 1) if size == "ones" else (2, 4, 3)
    visible = rng.integers(0, 2, (n, v)).astype(float)
    visible[:, 0] = 1.0
    return visible, rng.normal(size=(h, v)), rng.normal(size=v), rng.normal(size=h)


def test_marginal_by_enumeration(yours, rng):
    """exp(-F) divided by the sum of all exp(-F) is the probability of a visible state, as the joint energies give it."""
    _, weight, b, c = sample(rng)
    v, h = ((np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(float) for n in (4, 3))
    joint = np.exp((v @ b)[:, None] + h @ c + v @ weight.T @ h.T)
    got = yours(v, weight, b, c)
    agree(got, free_energy(v, weight, b, c))
    agree(np.exp(-got) / np.exp(-got).sum(), joint.sum(1) / joint.sum())


def test_without_connections(yours):
    """Without connections the hidden units contribute the same to all states: the logarithms of one plus their odds."""
    b, c = np.array([2.0, -3.0, 0.5]), np.log(np.array([3.0, 0.5]))
    visible = np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    agree(yours(visible, np.zeros((2, 3)), b, c), -np.log(6.0) - np.array([0.0, 2.5, -3.0]))


def test_slope_is_a_probability(yours, rng):
    """A bit more hidden bias lowers the free energy by the probability of that unit to be on."""
    visible, weight, b, c = sample(rng)
    step = np.array([0.0, 1e-4, 0.0])
    more, less = yours(visible, weight, b, c + step), yours(visible, weight, b, c - step)
    agree((more, less), (free_energy(visible, weight, b, c + step), free_energy(visible, weight, b, c - step)))
    on = 1 / (1 + np.exp(-(visible @ weight[1] + c[1])))
    agree(np.round((less - more) / 2e-4 - on, 6) + 0.0, np.zeros(2))


def test_large_sums(yours):
    """Sums of 1000 and of -1000 overflow nothing: the first one counts as 1000, the second one not at all."""
    visible, weight = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1000.0, -1000.0], [0.0, 2000.0]])
    agree(yours(visible, weight, np.array([1.0, 0.0]), np.array([0.0, -3000.0])), np.array([-1001.0, 0.0]))


def test_small_contributions(yours):
    """A hidden unit with a sum of -40 contributes exp(-40), about 4e-18, and not 0."""
    agree(yours(np.array([1.0]), np.array([[-30.0]]), np.array([0.0]), np.array([-10.0])), -np.exp(-40.0))


def test_probabilities_go_in(yours):
    """Visible units may be grey: a half enters as a half."""
    got = yours(np.array([0.5, 0.25]), np.array([[2.0, 4.0]]), np.array([6.0, -4.0]), np.array([np.log(3.0) - 2.0]))
    agree(got, -2.0 - np.log(4.0))


@pytest.mark.parametrize("shape", [(4,), (1, 4), (2, 5, 4)], ids=str)
def test_any_batch(yours, rng, shape):
    """Any number of axes in front works, and none."""
    _, *parameters = sample(rng)
    visible = rng.integers(0, 2, shape).astype(float)
    agree(yours(visible, *parameters), free_energy(visible, *parameters))


def hidden_sums(visible, weight, hidden_bias):
    return visible @ weight.T + hidden_bias


@mistake("The sign is missing. Likely states have a low free energy: both parts enter with a minus.")
def forgets_the_minus(visible, weight, visible_bias, hidden_bias):
    return -free_energy(visible, weight, visible_bias, hidden_bias)


@mistake("The visible biases enter with the wrong sign. A positive bias of a unit that is on lowers the free energy.")
def adds_the_visible_bias(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, -visible_bias, hidden_bias)


@mistake("The part of the hidden units enters with the wrong sign. Subtract it, too.")
def adds_the_hidden_part(visible, weight, visible_bias, hidden_bias):
    return -2 * (visible @ visible_bias) - free_energy(visible, weight, visible_bias, hidden_bias)


@mistake("The part of the visible biases is missing. Subtract the sum of the biases of the units that are on.")
def forgets_the_visible_bias(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, 0 * visible_bias, hidden_bias)


@mistake("The hidden biases are missing in the exponents. Add them to what comes through the weight.")
def forgets_the_hidden_bias(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, visible_bias, 0 * hidden_bias)


@mistake("The literal formula overflows for a sum of 1000: take the logarithm of a sum of exponentials in a safe form.")
def overflows(visible, weight, visible_bias, hidden_bias):
    e = np.exp(hidden_sums(visible, weight, hidden_bias))
    return -(visible @ visible_bias) - np.log1p(e).sum(-1)


@mistake(
    "Small contributions are lost, because one plus a tiny number is one. Use log1p or a logarithm of a sum of exponentials."
)
def loses_small_contributions(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - (np.maximum(x, 0) + np.log(1 + np.exp(-abs(x)))).sum(-1)


@mistake("You keep only sums above 0, as a ReLU does. The logarithm of one plus the exponential is smooth: 0.69 for a sum of 0.")
def takes_a_relu(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - np.maximum(hidden_sums(visible, weight, hidden_bias), 0).sum(-1)


@mistake("You put the probabilities of the hidden units into the energy. That leaves out their entropy: use the formula of F.")
def is_the_energy_of_the_means(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - (x * np.exp(-np.logaddexp(0, -x))).sum(-1)


@mistake("You take the logarithm after the sum over the hidden units. Each unit has a logarithm of its own: sum them up.")
def takes_one_logarithm(visible, weight, visible_bias, hidden_bias):
    x = hidden_sums(visible, weight, hidden_bias)
    return -(visible @ visible_bias) - np.logaddexp(0, np.logaddexp.reduce(x, axis=-1))


@mistake("You average over the hidden units. Sum over them: each brings a factor to the probability.")
def averages_over_the_hidden_units(visible, weight, visible_bias, hidden_bias):
    return -(visible @ visible_bias) - np.logaddexp(0, hidden_sums(visible, weight, hidden_bias)).mean(-1)


@mistake("You give one number for the whole batch. Sum over the last axis only: each state has its own free energy.")
def sums_over_the_batch(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, visible_bias, hidden_bias).sum()


@mistake("Your exponent of a hidden unit has the wrong sign, as if a sum of its inputs spoke against it. Take it as it is.")
def turns_the_exponent_round(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, -weight, visible_bias, -hidden_bias)


@mistake("A float32 state gives a float64 result. Keep the dtype of the state.")
def returns_float64(visible, weight, visible_bias, hidden_bias):
    return free_energy(visible, weight, visible_bias, hidden_bias).astype(np.float64)


@right
def by_log1p(visible, weight, visible_bias, hidden_bias):
    x = np.einsum("ji,...i->...j", weight, visible) + hidden_bias
    return -(visible * visible_bias).sum(-1) - np.sum(np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))), axis=-1)


@right
def by_enumeration(visible, weight, visible_bias, hidden_bias):
    hidden = (np.arange(2 ** len(weight))[:, None] >> np.arange(len(weight)) & 1).astype(weight.dtype)
    exponents = (visible @ visible_bias)[..., None] + hidden_sums(visible, weight, hidden_bias) @ hidden.T
    if exponents.shape[-1] == 2:  # so that a tiny second term is not lost beside 1
        return -exponents[..., 0] - np.logaddexp(0, exponents[..., 1] - exponents[..., 0])
    return -np.logaddexp.reduce(exponents, axis=-1)


@right
def unit_by_unit(visible, weight, visible_bias, hidden_bias):
    total = visible @ -visible_bias
    for row, c in zip(weight, hidden_bias, strict=True):
        total = total - np.logaddexp(visible @ row + c, 0).astype(total.dtype)
    return total
