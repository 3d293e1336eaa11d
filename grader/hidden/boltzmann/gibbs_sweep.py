"""Hidden tests of boltzmann/gibbs_sweep."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.gibbs_sweep import gibbs_sweep


def connections(rng, n):
    weight = rng.normal(scale=2.0, size=(n, n))
    return (weight + weight.T) * (1 - np.eye(n))


def sample(rng, size="small"):
    """Twenty-one units, four of which are clamped, or a single free one."""
    if size == "ones":
        return np.array([1.0]), np.zeros((1, 1)), rng.normal(size=1), rng.random(1), 0.5, None
    state, clamped = rng.permutation(np.repeat([[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0]], [9, 8, 2, 2], axis=1), axis=1)
    return state, connections(rng, 21) / 4, rng.normal(scale=1.5, size=21), rng.random(21), 2.5, clamped == 1


def test_one_after_the_other(yours):
    """Two units that exclude each other: the first comes on, and the second sees it and stays off."""
    weight, bias, u = np.array([[0.0, -6.0], [-6.0, 0.0]]), np.array([2.0, 2.0]), np.array([0.5, 0.3])
    agree(yours(np.array([0.0, 0.0]), weight, bias, u), np.array([1.0, 0.0]), exact=True)
    agree(yours(np.array([1.0, 1.0]), weight, bias, u), np.array([0.0, 1.0]), exact=True)


def test_probability_of_the_sigmoid(yours):
    """A sum of log(4) switches on with probability 4/5: draws of 0.79 do, draws of 0.81 do not."""
    weight, bias = np.log(np.array([[1.0, 2.0, 1.0], [2.0, 1.0, 1.0], [1.0, 1.0, 1.0]])), np.log(np.array([2.0, 2.0, 0.25]))
    agree(yours(np.array([0.0, 1.0, 1.0]), weight, bias, np.array([0.79, 0.81, 0.19])), np.array([1.0, 0.0, 1.0]), exact=True)
    agree(yours(np.array([0.0, 1.0, 0.0]), weight, bias, np.array([0.81, 0.66, 0.21])), np.array([0.0, 1.0, 0.0]), exact=True)


def test_equal_to_the_probability(yours):
    """A draw that equals the probability, one half here, leaves the unit off: a number below p has probability p."""
    zeros = np.zeros((3, 3))
    agree(yours(np.array([1.0, 0.0, 1.0]), zeros, zeros[0], np.array([0.5, 0.499, 0.5])), np.array([0.0, 1.0, 0.0]), exact=True)


def test_temperature(yours):
    """A sum of 2 switches on with probability 0.88, at temperature 4 with 0.62, and at 0.5 with 0.98; so does a bias of 2."""
    draws = np.array([0.63, 0.63, 0.61, 0.87, 0.97, 0.99])
    weight = np.zeros((6, 6))
    weight[5, :5] = weight[:5, 5] = [2.0, 0.0, 2.0, 2.0, 0.0]
    bias, state = np.array([0.0, 2.0, 0.0, 0.0, 2.0, 50.0]), np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1.0])
    got = [yours(state, weight, bias, draws, temperature) for temperature in (4.0, 1.0, 0.5)]
    want = [[0, 0, 1, 0, 0, 1], [1, 1, 1, 1, 0, 1], [1, 1, 1, 1, 1, 1]]
    agree(got, [np.array(on, dtype=float) for on in want], exact=True)


def test_conditional_of_the_distribution(yours, rng):
    """The probability to be on is the one that the energies of the two states give, at the temperature."""
    weight, bias, temperature = connections(rng, 4), rng.normal(size=4), 1.7
    states = (np.arange(16)[:, None] >> np.arange(4) & 1).astype(float)
    for number in (5, 6, 11):
        on, off = states[number].copy(), states[number].copy()
        on[2], off[2] = 1.0, 0.0
        e_on, e_off = (-s @ weight @ s / 2 - bias @ s for s in (on, off))
        p = 1 / (1 + np.exp((e_on - e_off) / temperature))
        for draw, after in [(p - 1e-6, on), (p + 1e-6, off)]:
            u = np.array([0.5, 0.5, draw, 0.5])
            agree(yours(states[number], weight, bias, u, temperature, np.arange(4) != 2), after, exact=True)


def test_clamped_units(yours):
    """Clamped units stay as they are and are heard, and every unit has the draw of its own number."""
    weight = np.array([[0.0, 9.0, 0.0, 0.0], [9.0, 0.0, 0.0, -9.0], [0.0, 0.0, 0.0, 0.0], [0.0, -9.0, 0.0, 0.0]])
    clamped, bias = np.array([False, True, True, False]), np.array([-4.0, -9.0, 9.0, 4.0])
    u = np.array([0.4, 0.01, 0.99, 0.6])
    agree(yours(np.array([0.0, 1.0, 0.0, 1.0]), weight, bias, u, clamped=clamped), np.array([1.0, 1.0, 0.0, 0.0]), exact=True)
    agree(yours(np.array([0.0, 1.0, 0.0, 1.0]), weight, bias, u), np.array([1.0, 0.0, 1.0, 1.0]), exact=True)
    weight, bias, u = np.zeros((3, 3)), np.zeros(3), np.array([0.9, 0.9, 0.1])
    state = np.array([0.0, 1.0, 1.0])
    agree(yours(state, weight, bias, u, 1.0, np.array([True, False, False])), np.array([0.0, 0.0, 1.0]), exact=True)
    agree(yours(state, weight, bias, u, 1.0, np.array([True, True, True])), state, exact=True)


def test_cold(yours, rng):
    """Close to temperature 0 the draws decide nothing: a unit is on if its sum is positive. Nothing overflows."""
    weight, bias = np.array([[0.0, 3.0, 1.0], [3.0, 0.0, -2.0], [1.0, -2.0, 0.0]]), np.array([-2.0, -0.5, 1.5])
    for u in (np.full(3, 0.01), np.full(3, 0.99)):
        agree(yours(np.array([0.0, 1.0, 0.0]), weight, bias, u, 1e-4), np.array([1.0, 1.0, 1.0]), exact=True)
        agree(yours(np.array([0.0, 0.0, 1.0]), weight, bias, u, 1e-4), np.array([0.0, 0.0, 1.0]), exact=True)


def test_bad_temperature(yours, rng):
    """A temperature of 0 or below raises a ValueError that names it."""
    state, weight, bias, u, _, clamped = sample(rng)
    agree(yours(state, weight, bias, u, 0.01, clamped), gibbs_sweep(state, weight, bias, u, 0.01, clamped), exact=True)
    for temperature in (-0.5, 0.0):
        with pytest.raises(ValueError, match="temperature"):
            yours(state, weight, bias, u, temperature, clamped)


def sigmoid(x):
    return 0.5 + 0.5 * np.tanh(x / 2)


def sweep(state, clamped, decide):
    """A sweep in which decide(i, units) says what becomes of unit i."""
    units = state.copy()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            units[i] = decide(i, units)
    return units


def checked(temperature):
    if temperature <= 0:
        raise ValueError("temperature")


@mistake("You update all units at once, from the old state. Take them in turn: each sees what the ones before it have become.")
def updates_all_at_once(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: uniforms[i] < sigmoid((weight[i] @ state + bias[i]) / temperature))


@mistake("You multiply by the temperature. Divide by it: at a high temperature every probability is close to one half.")
def multiplies_by_the_temperature(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: uniforms[i] < sigmoid((weight[i] @ s + bias[i]) * temperature))


@mistake("The temperature has no effect. Divide the sum by it before you take the sigmoid.")
def ignores_the_temperature(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return gibbs_sweep(state, weight, bias, uniforms, 1.0, clamped)


@mistake("The bias is not divided by the temperature. It belongs to the sum: add it first, and divide then.")
def adds_the_bias_after_dividing(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias * temperature, uniforms, temperature, clamped)


@mistake("The bias is missing. Add it to what the unit hears from the others.")
def forgets_the_bias(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, 0 * bias, uniforms, temperature, clamped)


@mistake("The factor 2 in the sigmoid belongs to units of -1 and +1. For units of 0 and 1 the sum is taken as it is.")
def doubles_the_sum(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, 2 * weight, 2 * bias, uniforms, temperature, clamped)


@mistake("You switch on where the draw is above the probability. A uniform number lies below p with probability p.")
def compares_the_wrong_way(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: uniforms[i] > sigmoid((weight[i] @ s + bias[i]) / temperature))


@mistake("A draw that equals the probability switches the unit on in your sweep. Compare with <, not with <=.")
def counts_equality(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: uniforms[i] <= sigmoid((weight[i] @ s + bias[i]) / temperature))


@mistake("You round the probability, as if there were no draws. That is a Hopfield network: compare with the uniform number.")
def ignores_the_draws(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, 0 * uniforms + 0.5, temperature, clamped)


@mistake("You return probabilities. A unit is on or off: compare the draw with the probability, and store 1 or 0.")
def returns_probabilities(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: sigmoid((weight[i] @ s + bias[i]) / temperature))


@mistake("A unit that is off becomes -1. Here units are 0 and 1.")
def switches_off_to_minus_one(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    return sweep(state, clamped, lambda i, s: 1.0 if uniforms[i] < sigmoid((weight[i] @ s + bias[i]) / temperature) else -1.0)


@mistake("Clamped units move. Pass over them, so that they keep their values.")
def moves_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, uniforms, temperature)


@mistake("You move the clamped units and hold the others. True in clamped means that the unit stays as it is.")
def moves_only_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, uniforms, temperature, clamped if clamped is None else ~clamped)


@mistake("The free units share out the draws in turn. Unit i has draw i, and that of a clamped unit is left unused.")
def spends_the_draws_in_turn(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    draws = iter(uniforms)
    return sweep(state, clamped, lambda i, s: next(draws) < sigmoid((weight[i] @ s + bias[i]) / temperature))


@mistake("Units do not hear the clamped ones. Clamped units are seen like any other; they only do not move.")
def is_deaf_to_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    free = np.ones_like(state) if clamped is None else (~clamped).astype(state.dtype)
    return gibbs_sweep(state, weight * free, bias, uniforms, temperature, clamped)


@mistake(
    "Your sigmoid overflows for a large positive sum: infinity divided by infinity is NaN, and the unit is switched off. "
    "Use the exponential of the negative sum, or tanh."
)
def overflows(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)

    def decide(i, s):
        e = np.exp((weight[i] @ s + bias[i]) / temperature)
        return uniforms[i] < e / (1 + e)

    return sweep(state, clamped, decide)


@mistake("A temperature of 0 or below passes unnoticed. Raise a ValueError that names temperature.")
def checks_nothing(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, clamped, lambda i, s: uniforms[i] < sigmoid((weight[i] @ s + bias[i]) / np.float64(temperature)))


@mistake("You change the state of the caller. Work on a copy and return that.")
def overwrites_state(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    state[...] = gibbs_sweep(state, weight, bias, uniforms, temperature, clamped)
    return state


@right
def in_plain_python(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    units = state.tolist()
    for i, (row, b, u) in enumerate(zip(weight.tolist(), bias.tolist(), uniforms.tolist(), strict=True)):
        if clamped is not None and clamped[i]:
            continue
        x = (sum(w * s for w, s in zip(row, units, strict=True)) + b) / temperature
        units[i] = float(u < (1 / (1 + np.exp(-x)) if x > -700 else 0.0))
    return np.array(units, dtype=state.dtype)


@right
def by_comparing_log_odds(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    units = np.array(state)
    free = range(len(state)) if clamped is None else np.flatnonzero(~clamped)
    for i in free:
        units[i] = 0
        field = bias[i] + np.sum(weight[:, i] * units)
        units[i] = temperature * np.log(uniforms[i] / (1 - uniforms[i])) < field if uniforms[i] > 0 else 1
    return units


@right
def with_the_old_values_put_back(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    checked(temperature)
    units = state.copy()
    for i in range(len(units)):
        units[i] = 1 if uniforms[i] < sigmoid((weight[i].dot(units) + bias[i]) / temperature) else 0
        if clamped is not None:
            units[clamped] = state[clamped]
    return units
