"""The known mistakes of gradient_flow/bptt_gain, as people write them in PyTorch."""

import math

import torch

from solutions.gradient_flow.torch.bptt_gain import bptt_gain

ABSENT = {}


def shrink(weight_hh, weight_decay, lr, updates):
    return (1 - lr * weight_decay) ** updates * weight_hh


def instead(norm=lambda m: torch.linalg.matrix_norm(m, 2), power=torch.linalg.matrix_power, shrink=shrink):
    """The reference once more, with one part exchanged."""

    def gains(weight_hh, time_steps, weight_decay, lr, updates):
        bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)
        shrunken = shrink(weight_hh, weight_decay, lr, updates)
        return torch.stack([norm(power(shrunken, t)) for t in range(time_steps + 1)])

    return gains


def takes_the_power_of_entries(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(power=torch.pow)(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_power_of_the_norm(weight_hh, time_steps, weight_decay, lr, updates):
    norms = instead(norm=lambda m: m, power=lambda m, t: torch.linalg.matrix_norm(m, 2) ** t)
    return norms(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_largest_eigenvalue(weight_hh, time_steps, weight_decay, lr, updates):
    radius = instead(norm=lambda m: torch.linalg.eigvals(m).abs().max())
    return radius(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_frobenius_norm(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=torch.linalg.norm)(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_largest_row_sum(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: torch.linalg.matrix_norm(m, torch.inf))(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_smallest_singular_value(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: torch.linalg.matrix_norm(m, -2))(weight_hh, time_steps, weight_decay, lr, updates)


def takes_the_determinant(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: torch.abs(torch.linalg.det(m)))(weight_hh, time_steps, weight_decay, lr, updates)


def grows(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, -weight_decay, lr, updates)


def ignores_the_decay(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, 0.0, lr, updates)


def shrinks_once(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, 1)


def shrinks_along_a_line(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, updates * weight_decay, lr, 1)


def forgets_the_learning_rate(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, 1.0, updates)


def differentiates_the_square(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, 2 * weight_decay, lr, updates)


def decays_continuously(weight_hh, time_steps, weight_decay, lr, updates):
    smooth = instead(shrink=lambda w, decay, lr, updates: math.exp(-lr * decay * updates) * w)
    return smooth(weight_hh, time_steps, weight_decay, lr, updates)


def shrinks_the_power(weight_hh, time_steps, weight_decay, lr, updates):
    gains = bptt_gain(weight_hh, time_steps, 0.0, lr, updates)
    return torch.cat([gains[:1], shrink(gains[1:], weight_decay, lr, updates)])


def subtracts_a_number(weight_hh, time_steps, weight_decay, lr, updates):
    flat = instead(shrink=lambda w, decay, lr, updates: w - lr * decay * updates)
    return flat(weight_hh, time_steps, weight_decay, lr, updates)


def leaves_out_the_last_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[:-1].clone()


def starts_with_one_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[1:].clone()


def returns_the_last_gain(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[-1:].clone()


def starts_with_the_last_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates).flip(0)


def accepts_negative_steps(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, max(time_steps, 0), weight_decay, lr, updates)[: time_steps + 1]


def returns_float64(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh.double(), time_steps, weight_decay, lr, updates)


def overwrites_weight_hh(weight_hh, time_steps, weight_decay, lr, updates):
    bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)
    weight_hh.mul_((1 - lr * weight_decay) ** updates)
    return bptt_gain(weight_hh, time_steps, 0.0, lr, updates)
