"""The known mistakes of gates/gated_update, as people write them in PyTorch."""

import torch

from solutions.gates.torch.gated_update import gated_update


def couples_the_input_gate(c, f, i, g):
    gated_update(c, f, i, g)
    return torch.lerp(g, c, f)


def couples_the_forget_gate(c, f, i, g):
    gated_update(c, f, i, g)
    return torch.lerp(c, g, i)


def takes_the_forget_gate_at_its_word(c, f, i, g):
    gated_update(c, f, i, g)
    return (1 - f) * c + i * g


def applies_the_sigmoid_again(c, f, i, g):
    gated_update(c, f, i, g)
    return torch.sigmoid(f) * c + torch.sigmoid(i) * g


def squashes_the_candidate(c, f, i, g):
    return gated_update(c, f, i, torch.tanh(g))


def squashes_the_memory(c, f, i, g):
    return torch.tanh(gated_update(c, f, i, g))


def swaps_the_gates(c, f, i, g):
    gated_update(c, f, i, g)
    return i * c + f * g


def never_forgets(c, f, i, g):
    gated_update(c, f, i, g)
    return c + i * g


def writes_everything(c, f, i, g):
    gated_update(c, f, i, g)
    return f * c + g


def makes_switches_of_the_gates(c, f, i, g):
    gated_update(c, f, i, g)
    return torch.where(f > 0.5, c, 0) + torch.where(i > 0.5, g, 0)


def divides_by_the_sum_of_the_gates(c, f, i, g):
    return gated_update(c, f, i, g) / (f + i).clamp(min=1e-9)


def clips_the_gates(c, f, i, g):
    return gated_update(c, f.clamp(0, 1), i.clamp(0, 1), g)


def refuses_open_and_closed_gates(c, f, i, g):
    for name, gate in (("f", f), ("i", i)):
        if ((gate <= 0) | (gate >= 1)).any():
            raise ValueError(f"{name} must lie between 0 and 1")
    return f * c + i * g


def lets_negative_gates_pass(c, f, i, g):
    gated_update(c, f.clamp(min=0), i.clamp(min=0), g)
    return f * c + i * g


def returns_float64(c, f, i, g):
    return gated_update(c, f, i, g).double()


def overwrites_the_memory(c, f, i, g):
    new = gated_update(c, f, i, g)
    c.copy_(new)
    return new
