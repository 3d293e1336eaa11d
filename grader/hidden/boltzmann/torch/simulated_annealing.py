"""The known mistakes of boltzmann/simulated_annealing, as people write them in PyTorch."""

import math

import torch

from solutions.boltzmann.torch.simulated_annealing import simulated_annealing


def walk(energy, state, temperatures, proposals, uniforms, accept, better=lambda now, lowest: now < lowest, kind=""):
    """A walk in which accept(rise, T, u) decides, and which has a flaw of this kind."""
    if (temperatures < 0).any():
        raise ValueError("temperatures")
    current = best = state.clone()
    now = lowest = energy(current)
    history = []
    for i, t, u in zip(proposals, temperatures.tolist(), uniforms.tolist(), strict=True):
        turned = current.clone()
        turned[i] *= -1
        after = energy(turned)
        if accept(after - (lowest if kind == "from the best" else now), t, u):
            current, now = turned, after
        elif kind == "not undone":
            current = turned
        if better(now, lowest):
            best, lowest = current, now
        history.append(now)
    return best, torch.tensor(history, dtype=state.dtype)


def metropolis(rise, t, u):
    return rise <= 0 or (t > 0 and u < math.exp(-rise / t))


def takes_every_step(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: True)


def never_goes_up(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0)


def multiplies_by_the_temperature(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or (t > 0 and u < math.exp(-rise * t))
    )


def never_cools(energy, state, temperatures, proposals, uniforms):
    if (temperatures < 0).any():
        raise ValueError("temperatures")
    return simulated_annealing(energy, state, temperatures[:1].repeat(len(temperatures)), proposals, uniforms)


def compares_the_wrong_way(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or (t > 0 and u > math.exp(-rise / t))
    )


def decides_by_a_sigmoid(energy, state, temperatures, proposals, uniforms):
    def accept(rise, t, u):
        return u < 0.5 - 0.5 * math.tanh(rise / t / 2) if t > 0 else rise <= 0

    return walk(energy, state, temperatures, proposals, uniforms, accept)


def refuses_steps_on_the_level(energy, state, temperatures, proposals, uniforms):
    return walk(
        energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise < 0 or (t > 0 and metropolis(rise, t, u))
    )


def returns_the_last_state(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, better=lambda now, lowest: True)


def returns_the_last_of_equals(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, better=lambda now, lowest: now <= lowest)


def measures_from_the_best(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, kind="from the best")


def does_not_undo(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, metropolis, kind="not undone")


def notes_the_proposals(energy, state, temperatures, proposals, uniforms):
    tried = []

    def listening(s):
        tried.append(energy(s))
        return tried[-1]

    best, _ = simulated_annealing(listening, state, temperatures, proposals, uniforms)
    return best, torch.tensor(tried[1:], dtype=state.dtype)


def notes_the_lowest(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, history.cummin(0).values.clamp(max=float(energy(state)))


def notes_before_the_step(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, torch.cat([torch.tensor([energy(state)]).to(history), history])[: len(history)]


def overflows(energy, state, temperatures, proposals, uniforms):
    def accept(rise, t, u):
        return u < math.exp(-rise / t) if t > 0 else rise <= 0

    return walk(energy, state, temperatures, proposals, uniforms, accept)


def divides_by_zero(energy, state, temperatures, proposals, uniforms):
    return walk(energy, state, temperatures, proposals, uniforms, lambda rise, t, u: rise <= 0 or u < math.exp(-rise / t))


def checks_nothing(energy, state, temperatures, proposals, uniforms):
    return simulated_annealing(energy, state, temperatures.clamp(min=0), proposals, uniforms)


def overwrites_state(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    state.copy_(best)
    return best, history


def returns_float64(energy, state, temperatures, proposals, uniforms):
    best, history = simulated_annealing(energy, state, temperatures, proposals, uniforms)
    return best, history.double()
