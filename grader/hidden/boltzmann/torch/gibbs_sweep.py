"""The known mistakes of boltzmann/gibbs_sweep, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.gibbs_sweep import gibbs_sweep


def sweep(state, weight, bias, temperature, clamped, decide, look_at=None):
    """A sweep in which decide(i, p) says what becomes of unit i."""
    if temperature <= 0:
        raise ValueError("temperature")
    units = state.clone()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            field = torch.dot(weight[i], units if look_at is None else look_at) + bias[i]
            units[i] = decide(i, torch.sigmoid(field / temperature))
    return units


def updates_all_at_once(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: uniforms[i] < p, state)


def multiplies_by_the_temperature(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature")
    return sweep(state, weight, bias, 1 / temperature, clamped, lambda i, p: uniforms[i] < p)


def ignores_the_temperature(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature")
    return gibbs_sweep(state, weight, bias, uniforms, 1.0, clamped)


def adds_the_bias_after_dividing(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias * temperature, uniforms, temperature, clamped)


def forgets_the_bias(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, 0 * bias, uniforms, temperature, clamped)


def doubles_the_sum(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, 2 * weight, 2 * bias, uniforms, temperature, clamped)


def compares_the_wrong_way(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: uniforms[i] > p)


def counts_equality(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: uniforms[i] <= p)


def ignores_the_draws(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, torch.full_like(uniforms, 0.5), temperature, clamped)


def returns_probabilities(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: p)


def switches_off_to_minus_one(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: 1.0 if uniforms[i] < p else -1.0)


def moves_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, uniforms, temperature)


def moves_only_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return gibbs_sweep(state, weight, bias, uniforms, temperature, clamped if clamped is None else ~clamped)


def spends_the_draws_in_turn(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    draws = iter(uniforms)
    return sweep(state, weight, bias, temperature, clamped, lambda i, p: next(draws) < p)


def is_deaf_to_clamped_units(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    weight = weight if clamped is None else weight.masked_fill(clamped, 0)
    return gibbs_sweep(state, weight, bias, uniforms, temperature, clamped)


def overflows(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature")
    units = state.clone()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            e = torch.exp((torch.dot(weight[i], units) + bias[i]) / temperature)
            units[i] = uniforms[i] < e / (1 + e)
    return units


def checks_nothing(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    units = state.clone()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            units[i] = uniforms[i] < torch.sigmoid((torch.dot(weight[i], units) + bias[i]) / temperature)
    return units


def overwrites_state(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    return state.copy_(gibbs_sweep(state, weight, bias, uniforms, temperature, clamped))
