"""Hidden tests of boltzmann/hopfield_update."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.boltzmann.hopfield_update import hopfield_update


def symmetric(rng, n):
    weight = rng.normal(size=(n, n))
    return (weight + weight.T) * (1 - np.eye(n))


def sample(rng, size="small"):
    """Six units and seven updates, some of a unit that was updated before; or one unit that likes to be on."""
    if size == "ones":
        return np.array([-1.0]), np.array([[-0.5]]), np.array([0])
    return rng.choice([-1.0, 1.0], 6), symmetric(rng, 6), rng.permutation(np.array([0, 1, 2, 3, 4, 1, 4]))


def test_two_units_that_disagree(yours):
    """Two units that want to differ: one of them moves and both are content. Moving both at once never ends."""
    weight = np.array([[0.0, -1.0], [-1.0, 0.0]])
    agree(yours(np.array([1.0, 1.0]), weight, np.array([0, 1])), np.array([-1.0, 1.0]), exact=True)


def test_no_opinion(yours):
    """Where the sum is exactly zero, a unit stays as it is, be it on or off."""
    weight = np.array([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    states = [np.array([1.0, 1.0, -1.0]), np.array([-1.0, 1.0, -1.0])]
    agree([yours(state, weight, np.array([0])) for state in states], states, exact=True)


def test_units_left_out(yours):
    """Only the units in the order move, and none of them moves for an empty order."""
    weight, state = np.full((4, 4), 1.0) - np.eye(4), np.array([1.0, -1.0, -1.0, 1.0])
    agree(yours(state, weight * np.array([[1.0], [2.0], [-3.0], [1.0]]), np.array([2])), state, exact=True)
    agree(yours(state, weight, np.array([2, 3])), np.array([1.0, -1.0, 1.0, 1.0]), exact=True)
    agree(yours(state, weight, np.array([], dtype=int)), state, exact=True)


def test_first_come_first_served(yours):
    """Of two units that want to differ, the one that comes first moves; the third one is not asked."""
    weight = np.array([[0.0, 1.0, -2.0], [1.0, 0.0, 0.0], [-2.0, 0.0, 0.0]])
    agree(yours(np.array([1.0, 1.0, 1.0]), weight, np.array([2, 0])), np.array([1.0, 1.0, -1.0]), exact=True)


def test_twice_in_the_order(yours):
    """A unit that stands in the order twice is updated twice, with what the others have become meanwhile."""
    weight = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 3.0], [0.0, 3.0, 0.0]])
    state = np.array([-1.0, 1.0, -1.0])
    agree(yours(state, weight, np.array([0, 1])), np.array([1.0, -1.0, -1.0]), exact=True)
    agree(yours(state, weight, np.array([0, 1, 0])), np.array([-1.0, -1.0, -1.0]), exact=True)


def test_rows_lead_into_a_unit(yours):
    """Row i holds the connections into unit i: unit 0 wants to be like unit 1, which wants to be unlike unit 0."""
    weight = np.array([[0.0, 2.0], [-1.0, 0.0]])
    agree(yours(np.array([1.0, -1.0]), weight, np.array([0])), np.array([-1.0, -1.0]), exact=True)


def test_energy_never_rises(yours, rng):
    """One update after the other, the energy falls or stays, and the network comes to rest."""
    weight, state = symmetric(rng, 8), rng.choice([-1.0, 1.0], 8)
    energies = []
    for _ in range(6):
        order = rng.permutation(8)
        before, state = state, yours(state, weight, order)
        agree(state, hopfield_update(before, weight, order), exact=True)
        energies.append(-state @ weight @ state / 2)
    agree(bool(np.all(np.diff(energies) <= 1e-9)), True)


def test_recall(yours, rng):
    """With five of thirty units turned round, a stored pattern comes back in one sweep, and then stays."""
    pattern = np.where(np.arange(30) % 3 == 0, -1.0, 1.0)
    other = np.where(np.arange(30) % 6 < 3, -1.0, 1.0)
    weight = (np.outer(pattern, pattern) + np.outer(other, other)) / 30 * (1 - np.eye(30))
    damaged = pattern.copy()
    damaged[[2, 3, 11, 17, 24]] *= -1
    agree(yours(damaged, weight, rng.permutation(30)), pattern, exact=True)
    agree(yours(pattern, weight, rng.permutation(30)), pattern, exact=True)


def sweep(state, weight, order, decide):
    settled = state.copy()
    for i in order:
        settled[i] = decide(weight[i] @ settled, settled[i])
    return settled


@mistake("You update all units at once, from the old state. Each unit has to see what the ones before it have become.")
def updates_all_at_once(state, weight, order):
    settled, fields = state.copy(), weight @ state
    for i in order:
        settled[i] = np.sign(fields[i]) if fields[i] else state[i]
    return settled


@mistake("A unit whose sum is zero becomes 0: that is what the sign function gives. Let it stay what it was.")
def becomes_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: np.sign(h))


@mistake("A unit whose sum is zero is switched on. Let it stay what it was: change it only where the sum is not zero.")
def switches_on_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h >= 0 else -1.0)


@mistake("A unit whose sum is zero is switched off. Let it stay what it was: change it only where the sum is not zero.")
def switches_off_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h > 0 else -1.0)


@mistake("You go through the units from first to last, each one once. Go through the order that you are given.")
def ignores_the_order(state, weight, order):
    return hopfield_update(state, weight, np.arange(len(state)))


@mistake("A unit that stands in the order twice is updated only once. Update it each time that it comes.")
def updates_each_unit_once(state, weight, order):
    return hopfield_update(state, weight, np.array(list(dict.fromkeys(order.tolist())), dtype=int))


@mistake("You go through the order from its end. Begin with its first unit.")
def walks_backwards(state, weight, order):
    return hopfield_update(state, weight, order[::-1])


@mistake("You read the column of a unit, which leads out of it. The connections into unit i stand in row i.")
def reads_the_column(state, weight, order):
    return hopfield_update(state, weight.T, order)


@mistake("Units do the opposite of what they are told, and the energy rises. A positive sum makes a unit +1.")
def turns_the_sign_round(state, weight, order):
    return hopfield_update(state, -weight, order)


@mistake("You switch units between 0 and 1. The units of this network are -1 and +1.")
def makes_bits(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h > 0 else 0.0 if h < 0 else s)


@mistake("You store the sum itself in the state. Only its sign goes there: units are -1 or +1.")
def stores_the_sum(state, weight, order):
    return sweep(state, weight, order, lambda h, s: h if h else s)


@mistake("A unit is turned round whenever it does not agree with the sum, and so also where the sum is zero. Let it stay there.")
def turns_round_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: s if h * s > 0 else -s)


@mistake("You change the state of the caller. Work on a copy and return that.")
def overwrites_state(state, weight, order):
    state[...] = hopfield_update(state, weight, order)
    return state


@mistake("A float32 state comes back as float64. Keep the dtype of the state.")
def returns_float64(state, weight, order):
    return hopfield_update(state, weight, order).astype(np.float64)


@right
def turning_round_who_disagrees(state, weight, order):
    settled = np.array(state)
    for i in order:
        if (weight[i] * settled).sum() * settled[i] < 0:
            settled[i] = -settled[i]
    return settled


@right
def by_keeping_the_fields(state, weight, order):
    settled, fields = state.copy(), weight.astype(np.float64) @ state
    for i in order.tolist():
        new = 1.0 if fields[i] > 0 else -1.0 if fields[i] < 0 else settled[i]
        fields = fields + weight[:, i] * (new - settled[i])
        settled[i] = new
    return settled


@right
def in_plain_python(state, weight, order):
    units = [float(s) for s in state]
    for i in order:
        total = sum(float(w) * s for w, s in zip(weight[i], units, strict=True))
        units[i] = (total > 0) - (total < 0) or units[i]
    return np.array(units, dtype=state.dtype)
