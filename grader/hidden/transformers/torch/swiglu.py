"""The known mistakes of transformers/swiglu, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.swiglu import swiglu

ABSENT = {}


def halves(x, weight_gate, weight_up):
    return x @ weight_gate.T, x @ weight_up.T


def swish(z):
    return z * torch.sigmoid(z)


def gates_with_the_other_half(x, weight_gate, weight_up, weight_down):
    return swiglu(x, weight_up, weight_gate, weight_down)


def gates_with_a_sigmoid(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (torch.sigmoid(gate) * up) @ weight_down.T


def gates_with_relu(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (torch.relu(gate) * up) @ weight_down.T


def gates_with_gelu(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (torch.nn.functional.gelu(gate, approximate="tanh") * up) @ weight_down.T


def bends_both_halves(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (swish(gate) * swish(up)) @ weight_down.T


def bends_the_product(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return swish(gate * up) @ weight_down.T


def adds_the_halves(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (swish(gate) + up) @ weight_down.T


def forgets_the_other_half(x, weight_gate, weight_up, weight_down):
    gate, _ = halves(x, weight_gate, weight_up)
    return swish(gate) @ weight_down.T


def adds_the_residual(x, weight_gate, weight_up, weight_down):
    return x + swiglu(x, weight_gate, weight_up, weight_down)


def forgets_the_way_down(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return swish(gate) * up


def takes_weights_as_in_out(x, weight_gate, weight_up, weight_down):
    if weight_gate.shape[0] != weight_gate.shape[1]:
        raise ValueError("mat1 and mat2 shapes cannot be multiplied")
    return swiglu(x, weight_gate.T, weight_up.T, weight_down.T)


def overflows(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (gate * torch.exp(gate) / (1 + torch.exp(gate)) * up) @ weight_down.T


def returns_float64(x, weight_gate, weight_up, weight_down):
    return swiglu(x.double(), weight_gate.double(), weight_up.double(), weight_down.double())
