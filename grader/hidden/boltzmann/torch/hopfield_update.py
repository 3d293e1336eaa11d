"""The known mistakes of boltzmann/hopfield_update, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.hopfield_update import hopfield_update


def sweep(state, weight, order, decide):
    settled = state.clone()
    for i in order:
        settled[i] = decide(weight[i] @ settled, settled[i])
    return settled


def updates_all_at_once(state, weight, order):
    settled, fields = state.clone(), weight @ state
    settled[order] = torch.where(fields == 0, state, fields.sign())[order]
    return settled


def becomes_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: h.sign())


def switches_on_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h >= 0 else -1.0)


def switches_off_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h > 0 else -1.0)


def ignores_the_order(state, weight, order):
    return hopfield_update(state, weight, torch.arange(len(state)))


def updates_each_unit_once(state, weight, order):
    return hopfield_update(state, weight, torch.tensor(list(dict.fromkeys(order.tolist())), dtype=torch.int64))


def walks_backwards(state, weight, order):
    return hopfield_update(state, weight, order.flip(0))


def reads_the_column(state, weight, order):
    return hopfield_update(state, weight.T, order)


def turns_the_sign_round(state, weight, order):
    return hopfield_update(state, -weight, order)


def makes_bits(state, weight, order):
    return sweep(state, weight, order, lambda h, s: 1.0 if h > 0 else 0.0 if h < 0 else s)


def stores_the_sum(state, weight, order):
    return sweep(state, weight, order, lambda h, s: h if h else s)


def turns_round_at_zero(state, weight, order):
    return sweep(state, weight, order, lambda h, s: s if h * s > 0 else -s)


def overwrites_state(state, weight, order):
    return state.copy_(hopfield_update(state, weight, order))


def returns_float64(state, weight, order):
    return hopfield_update(state, weight, order).double()
