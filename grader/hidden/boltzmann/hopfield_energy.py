"""Hidden tests of boltzmann/hopfield_energy."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.hopfield_energy import hopfield_energy

independent = "-torch.nn.functional.bilinear(state, state, weight[None]).squeeze(-1) / 2"


def sample(rng, size="small"):
    """Two by three states of four units, and a matrix that is not symmetric and has a diagonal."""
    if size == "ones":
        return np.array([[-1.0]]), np.array([[rng.normal()]])
    return rng.choice([-1.0, 1.0], (2, 3, 4)), rng.normal(size=(4, 4)) + np.diag([1.0, -2.0, 0.5, 1.5])


def test_two_units(yours):
    """Two units over a connection of 3: an energy of -3 if they agree, of 3 if not. Each pair counts once."""
    weight = np.array([[0.0, 3.0], [3.0, 0.0]])
    agree(yours(np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, -1.0]]), weight), np.array([-3.0, 3.0, -3.0]), exact=True)


def test_single_state(yours):
    """The energy of a single state is one number."""
    weight = np.array([[0.0, 2.0, 0.0], [2.0, 0.0, -5.0], [0.0, -5.0, 0.0]])
    agree(yours(np.array([1.0, -1.0, 1.0]), weight), -3.0, exact=True)


def test_opposite_state(yours, rng):
    """A state and its opposite have the same energy."""
    state, weight = sample(rng)
    agree(yours(-state, weight), hopfield_energy(state, weight))


def test_stored_pattern_is_lowest(yours):
    """Of all 16 states, the stored pattern and its opposite have the lowest energy, -(N - 1)/2."""
    pattern = np.array([1.0, -1.0, -1.0, 1.0])
    states = 1.0 - 2.0 * (np.arange(16)[:, None] >> np.arange(4) & 1)
    energies = yours(states, (np.outer(pattern, pattern) - np.eye(4)) / 4)
    agree(energies, (1 - ((states @ pattern) / 2) ** 2) / 2)
    agree(np.flatnonzero(energies == energies.min()), np.flatnonzero(np.abs(states @ pattern) == 4))


def test_one_unit_turned_round(yours, rng):
    """To turn a unit round costs twice what it heard from the others, times what it was."""
    weight = rng.integers(-4, 5, (5, 5)).astype(float)
    weight = (weight + weight.T) * (1 - np.eye(5))
    state = rng.choice([-1.0, 1.0], 5)
    energies = yours(np.concatenate([state[None], state * (1 - 2 * np.eye(5))]), weight)
    agree(energies.shape, (6,))
    agree(energies[1:] - energies[0], 2 * state * (weight @ state), exact=True)


def test_diagonal_counts(yours):
    """The formula takes the diagonal as it is: two connections of a unit with itself cost -(2 + 4)/2, whatever the state."""
    agree(yours(np.array([[1.0, -1.0], [1.0, 1.0]]), np.diag([2.0, 4.0])), np.array([-3.0, -3.0]), exact=True)


@pytest.mark.parametrize("shape", [(4,), (1, 4), (3, 4), (4, 4), (2, 1, 3, 4)], ids=str)
def test_any_batch(yours, rng, shape):
    """Any number of axes in front works, also a batch that has as many states as there are units."""
    state, weight = rng.choice([-1.0, 1.0], shape), sample(rng)[1]
    agree(yours(state, weight), hopfield_energy(state, weight))


@mistake("The half is missing. The double sum meets every pair twice, so divide it by 2.")
def forgets_the_half(state, weight):
    return 2 * hopfield_energy(state, weight)


@mistake("The sign is missing: units that fit together make the energy lower. Put a minus before the sum.")
def forgets_the_minus(state, weight):
    return -hopfield_energy(state, weight)


@mistake("You take each pair once and half of it besides. Either sum over all i and j and halve, or sum over pairs and do not.")
def halves_pairs_counted_once(state, weight):
    return hopfield_energy(state, np.triu(weight))


@mistake("You add up each pair once, and no diagonal. The formula sums over all i and j, whatever the matrix holds.")
def counts_the_upper_triangle(state, weight):
    return 2 * hopfield_energy(state, np.triu(weight, 1))


@mistake("You leave out the diagonal. The formula sums over all i and j, also where they are equal.")
def leaves_out_the_diagonal(state, weight):
    return hopfield_energy(state, weight * (1 - np.eye(len(weight), dtype=weight.dtype)))


@mistake("You give one number for the whole batch. Sum over the last axis only: every state has its own energy.")
def sums_over_the_batch(state, weight):
    return hopfield_energy(state, weight).sum()


@mistake("In a batch every state meets every other one in your table. A state meets itself only: multiply and sum unit by unit.")
def mixes_the_states(state, weight):
    return -(state @ weight @ np.swapaxes(state, -1, -2)) / 2 if state.ndim > 1 else hopfield_energy(state, weight)


@mistake("You divide by the number of units, too. The energy is half a sum, and no mean.")
def takes_the_mean(state, weight):
    return hopfield_energy(state, weight) / state.shape[-1]


@mistake("The state is missing on one side. It stands on both sides of the matrix: the form is quadratic.")
def uses_the_state_once(state, weight):
    return -(state @ weight).sum(-1) / 2


@mistake("The last axis is still there, with length 1. Sum without keepdims: each state gives one number.")
def keeps_the_axis(state, weight):
    return hopfield_energy(state, weight)[..., None]


@mistake("A float32 state gives a float64 energy. Keep the dtype of the state.")
def returns_float64(state, weight):
    return hopfield_energy(state.astype(np.float64), weight)


@right
def by_einsum(state, weight):
    return -0.5 * np.einsum("...i,ij,...j->...", state, weight, state)


@right
def state_by_state(state, weight):
    energies = [-(s @ weight @ s) / 2 for s in state.reshape(-1, state.shape[-1])]
    return np.array(energies, dtype=state.dtype).reshape(state.shape[:-1])


@right
def by_the_agreement_of_pairs(state, weight):
    agreement = state[..., :, None] * state[..., None, :]
    return (agreement * (-weight / 2)).sum((-2, -1))
