"""Hidden tests of boltzmann/simulated_annealing."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.simulated_annealing import simulated_annealing


def sample(rng, size="small"):
    """Five units with connections and biases that make energies exact and seldom equal, and twelve steps; or the best one."""
    n, steps = (1, 1) if size == "ones" else (5, 12)
    weight, bias = rng.integers(-3, 4, (n, n)) * (1 - np.eye(n)), rng.integers(64, 256, n) / 64

    def energy(s):
        return float(-(s @ weight @ s) - bias @ s)

    start = rng.choice([-1.0, 1.0], n) if n > 1 else np.array([1.0])
    return energy, start, np.geomspace(9.0, 0.1, steps), rng.integers(0, n, steps), rng.uniform(0.01, 0.99, steps)


def field(s):
    """Every unit would like to be -1, the later ones more so."""
    return float(sum((k + 1) * unit for k, unit in enumerate(s)))


def test_probability_of_going_up(yours):
    """A step uphill by 2 at temperature 4 is taken with probability 0.607: a draw of 0.6 takes it, one of 0.61 does not."""
    start, temperatures, units = np.array([1.0, -1.0]), np.array([4.0, 4.0, 4.0, 0.25]), np.array([0, 0, 1, 1])
    down = np.array([-1.0, -1.0])
    agree(yours(field, start, temperatures, units, np.array([0.9, 0.6, 0.37, 0.3])), (down, np.array([-3.0, -1.0, -1.0, -1.0])))
    agree(yours(field, start, temperatures, units, np.array([0.9, 0.61, 0.36, 0.3])), (down, np.array([-3.0, -3.0, 1.0, -3.0])))


def test_best_and_not_last(yours):
    """The walk climbs out of the best state again; it is remembered, and the energies tell where the walk was."""
    temperatures, uniforms = np.array([9.0, 8.0, 7.0, 6.0, 0.25, 0.25]), np.array([0.9, 0.9, 0.1, 0.1, 0.2, 0.9])
    got = yours(field, np.array([1.0, -1.0, 1.0]), temperatures, np.array([2, 0, 1, 0, 2, 0]), uniforms)
    agree(got, (np.array([-1.0, -1.0, -1.0]), np.array([-4.0, -6.0, -2.0, 0.0, 0.0, -2.0])))


def test_first_of_equals(yours):
    """Of several states with the same lowest energy the first one counts, be it the start."""

    def flat(s):
        return float(abs(s.sum()))

    start, uniforms = np.array([1.0, -1.0, 1.0, 1.0]), np.array([0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.3])
    temperatures = np.array([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 0.25])
    got = yours(flat, start, temperatures, np.array([3, 1, 0, 2, 3, 1, 3]), uniforms)
    agree(got, (np.array([1.0, -1.0, 1.0, -1.0]), np.array([0.0, 2.0, 0.0, 2.0, 0.0, 2.0, 2.0])))
    got = yours(flat, start[:2], temperatures[-3:], np.array([0, 1, 0]), np.array([0.1, 0.9, 0.3]))
    agree(got, (start[:2], np.array([2.0, 0.0, 0.0])))


def test_frozen(yours):
    """At temperature 0 steps down and on the level are taken, steps up are not, and nothing is divided."""

    def steps(s):
        return float(2 * s[0] + s[1] * s[2] + s[4] / 8)

    start, uniforms = np.array([1.0, 1.0, 1.0, 1.0, -1.0]), np.full(6, 0.01)
    got = yours(steps, start, np.zeros(6), np.array([0, 3, 0, 4, 1, 2]), uniforms)
    agree(got, (np.array([-1.0, -1.0, 1.0, -1.0, -1.0]), np.array([-1.0, -1.0, -1.0, -1.0, -3.0, -3.0]) - 0.125))


def test_rejected_steps_leave_no_trace(yours):
    """After a rejected step the walk is where it was, and its energy is noted once more."""
    got = yours(field, np.array([-1.0, 1.0, -1.0]), np.full(4, 0.5), np.array([2, 0, 1, 2]), np.full(4, 0.5))
    agree(got, (np.array([-1.0, -1.0, -1.0]), np.array([-2.0, -2.0, -6.0, -6.0])))


def test_each_step_has_its_temperature(yours):
    """The same step up is taken while it is hot and not when it is cold."""
    down = np.array([-1.0, -1.0, -1.0])
    cooling, uniforms = np.array([9.0, 9.0, 3.0, 0.25]), np.array([0.9, 0.5, 0.5, 0.2])
    got = yours(field, np.array([1.0, -1.0, -1.0]), cooling, np.array([0, 0, 1, 2]), uniforms)
    agree(got, (down, np.array([-6.0, -4.0, -4.0, -4.0])))
    got = yours(field, down, np.array([0.5, 3.0, 9.0]), np.array([0, 1, 2]), np.array([0.5, 0.2, 0.5]))
    agree(got, (down, np.array([-6.0, -2.0, 4.0])))


def test_huge_differences(yours):
    """Improvements of a million overflow nothing, however low the temperature."""

    def steep(s):
        return 1e6 * float(s.sum())

    got = yours(steep, np.array([1.0, 1.0]), np.full(3, 1e-3), np.array([0, 0, 1]), np.full(3, 0.5))
    agree(got, (np.array([-1.0, -1.0]), np.array([0.0, 0.0, -2e6])))


def test_escapes_where_greed_is_stuck(yours):
    """From a hollow of energy -4 the walk climbs over 5 and finds the deepest valley, at -7."""

    def valleys(s):
        return float(-3 * s[0] * s[1] - 3 * s[1] * s[2] - s[0] * s[2] + (s.sum() < 0) * 3)

    cooling, uniforms = np.array([8.0, 8.0, 8.0, 1.0, 0.25]), np.array([0.25, 0.6, 0.9, 0.4, 0.1])
    got = yours(valleys, np.full(3, -1.0), cooling, np.array([0, 2, 1, 0, 2]), uniforms)
    agree(got, (np.array([1.0, 1.0, 1.0]), np.array([4.0, 5.0, -7.0, -7.0, -7.0])))


def test_bad_temperatures(yours, rng):
    """A temperature below 0 raises a ValueError that names the temperatures; no steps at all are fine."""
    energy, state, temperatures, proposals, uniforms = sample(rng)
    agree(yours(energy, state, temperatures[:0], proposals[:0], uniforms[:0]), (state, np.zeros(0)))
    with pytest.raises(ValueError, match="temperatures"):
        yours(energy, state, temperatures - 0.2, proposals, uniforms)


def walk(energy, state, temperatures, proposals, uniforms, accept, better=lambda now, lowest: now < lowest, kind=""):
    """A walk in which accept(rise, T, u) decides, and which has a flaw of this kind."""
    if (temperatures < 0).any():
        raise ValueError("temperatures")
    current = best = state.copy()
    now = lowest = energy(current)
    history = []
    for i, t, u in zip(proposals, temperatures.tolist(), uniforms.tolist(), strict=True):
        turned = current.copy()
        turned[i] *= -1
        after = energy(turned)
        if accept(after - (lowest if kind == "from the best" else now), t, u):
            current, now = turned, after
        elif kind == "not undone":
            current = turned
        if better(now, lowest):
            best, lowest = current, now
        history.append(now)
    return best, np.array(history, dtype=state.dtype)


def metropolis(rise, t, u):
    return rise <= 0 or (t > 0 and u < math.exp(-rise / t))


@mistake(
    "Your probability grows with the rise, so every step is taken. The exponent is minus the rise divided by the temperature."
)
def takes_every_step(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: True)


@mistake("You never go up. That is a greedy search: take a step up with the probability that the temperature gives.")
def never_goes_up(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0)


@mistake("You multiply by the temperature. Divide the rise by it: the hotter, the more likely is a step up.")
def multiplies_by_the_temperature(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or (t > 0 and u < math.exp(-rise * t))
    )


@mistake("You stay at the first temperature. Each step has its own: use the temperature of the step.")
def never_cools(energy, state, temperatures, proposals, uniforms):
    if (temperatures < 0).any():
        raise ValueError("temperatures")
    return simulated_annealing(energy, state, np.repeat(temperatures[:1], len(temperatures)), proposals, uniforms)


@mistake("You take a step up where the draw is above the probability. A uniform number lies below p with probability p.")
def compares_the_wrong_way(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or (t > 0 and u > math.exp(-rise / t))
    )


@mistake(
    "You decide by a sigmoid of the rise, as a Gibbs sampler does, and may refuse an improvement. Metropolis takes them all."
)
def decides_by_a_sigmoid(energy, state, temperatures, proposals, uniforms):
    def accept(rise, t, u):
        return u < 0.5 - 0.5 * math.tanh(rise / t / 2) if t > 0 else rise <= 0

    return walk(energy, state, temperatures, proposals, uniforms, accept)


@mistake("You refuse steps on the level at temperature 0. A step that does not go up is accepted, whatever the temperature.")
def refuses_steps_on_the_level(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise < 0 or (t > 0 and metropolis(rise, t, u))
    )


@mistake("You return the last state. The walk may have left the best one again: remember the best.")
def returns_the_last_state(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, better=lambda now, lowest: True)


@mistake("Of equally good states you return the last one. Replace the best only by a state that is strictly better.")
def returns_the_last_of_equals(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, better=lambda now, lowest: now <= lowest)


@mistake("The rise is measured from the best state. Measure it from where the walk is now.")
def measures_from_the_best(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, kind="from the best")


@mistake("A rejected unit stays turned round, though the energy is noted as if it were not. Undo it, or turn a copy round.")
def does_not_undo(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, kind="not undone")


@mistake("You note the energy of the proposal even where it was rejected. Note the energy that the walk has after the step.")
def notes_the_proposals(energy, state, temperatures, proposals, uniforms):
    tried = []

    def listening(s):
        tried.append(energy(s))
        return tried[-1]

    best, _ = simulated_annealing(listening, state, temperatures, proposals, uniforms)
    return best, np.array(tried[1:], dtype=state.dtype)


@mistake("You note the lowest energy so far. Note the energy of the walk after each step, which goes up and down.")
def notes_the_lowest(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, np.minimum(np.minimum.accumulate(history), energy(state)).astype(state.dtype)


@mistake("You note the energy before each step. Note the one after it, so that the start does not appear.")
def notes_before_the_step(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, np.concatenate([[energy(state)], history]).astype(state.dtype)[: len(history)]


@mistake("The exponential of a large improvement overflows. Accept what does not go up before you compute an exponential.")
def overflows(energy, state, temperatures, proposals, uniforms):
    def accept(rise, t, u):
        return u < math.exp(-rise / t) if t > 0 else rise <= 0

    return walk(energy, state, temperatures, proposals, uniforms, accept)


@mistake("At temperature 0 you divide by zero. Treat it apart: a step up is rejected there.")
def divides_by_zero(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or u < math.exp(-rise / t))


@mistake("A temperature below 0 passes unnoticed. Raise a ValueError that names temperatures.")
def checks_nothing(energy, state, temperatures, proposals, uniforms):
    return simulated_annealing(energy, state, np.maximum(temperatures, 0), proposals, uniforms)


@mistake("You turn units of the caller's state round. Begin with a copy of it.")
def overwrites_state(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    state[...] = best
    return best, history


@mistake("The energies are float64 where the state is float32. Give their array the dtype of the state.")
def returns_float64(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, history.astype(np.float64)


@right
def turning_in_place(energy, state, temperatures, proposals, uniforms):
    if temperatures.size and temperatures.min() < 0:
        raise ValueError("bad temperatures")
    current, best = state.copy(), state.copy()
    energies = [float(energy(current))]
    for i, t, u in zip(proposals.tolist(), temperatures.tolist(), uniforms.tolist(), strict=True):
        current[i] = -current[i]
        rise = energy(current) - energies[-1]
        if rise > 0 and (t == 0 or math.log(u) > -rise / t):
            current[i] = -current[i]
            rise = 0.0
        energies.append(energies[-1] + rise)
        if energies[-1] < min(energies[:-1]):
            best[:] = current
    return best, np.array(energies[1:], dtype=state.dtype)


@right
def keeping_all_states(energy, state, temperatures, proposals, uniforms):
    if np.any(temperatures < 0):
        raise ValueError("temperatures")
    states, energies = [state], [energy(state)]
    for step, unit in enumerate(proposals):
        turned = np.where(np.arange(len(state)) == unit, -states[-1], states[-1])
        after = energy(turned)
        with np.errstate(divide="ignore"):
            taken = (
                uniforms[step] < np.exp(min(0.0, np.divide(energies[-1] - after, temperatures[step])))
                if after > energies[-1]
                else 1
            )
        states.append(turned if taken else states[-1])
        energies.append(after if taken else energies[-1])
    return states[int(np.argmin(energies))].copy(), np.array(energies[1:], dtype=state.dtype)
