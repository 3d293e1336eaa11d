"""The known mistakes of initialization/zero_init_gradients, as people write them in PyTorch."""

import torch

from solutions.initialization.torch.zero_init_gradients import zero_init_gradients

ABSENT = {"overflows_in_the_sigmoid": "torch.sigmoid is at hand, and it never overflows."}


def forward(x, hidden, act, value, bias=0.0):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError("act")
    z = x @ x.new_full((x.shape[1], hidden), value) + bias
    a = getattr(torch, act)(z)
    slope = {"tanh": 1 - a * a, "relu": (z > 0).to(z.dtype), "sigmoid": a * (1 - a)}[act]
    return z, a, slope, torch.sigmoid(a @ x.new_full((hidden, 1), value) + bias)


def collect(x, a, delta2, delta1):
    return {"weight1": delta1.T @ x, "bias1": delta1.sum(0), "weight2": delta2.T @ a, "bias2": delta2.sum(0)}


def believes_that_nothing_moves(x, target, hidden, act, value=0.0):
    return {name: torch.zeros_like(g) for name, g in zero_init_gradients(x, target, hidden, act, value).items()}


def believes_that_weight2_is_stuck(x, target, hidden, act, value=0.0):
    gradients = zero_init_gradients(x, target, hidden, act, value)
    return {**gradients, "weight2": torch.zeros_like(gradients["weight2"])}


def forgets_the_mean(x, target, hidden, act, value=0.0):
    return {name: g * len(x) for name, g in zero_init_gradients(x, target, hidden, act, value).items()}


def turns_the_sign(x, target, hidden, act, value=0.0):
    return {name: -g for name, g in zero_init_gradients(x, target, hidden, act, value).items()}


def keeps_the_slope_of_the_output(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) * p * (1 - p) / len(x)
    return collect(x, a, delta2, delta2 * value * slope)


def forgets_the_hidden_slope(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * value * torch.ones_like(slope))


def goes_back_without_the_output_weights(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * slope)


def multiplies_by_z(x, target, hidden, act, value=0.0):
    z, _, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, z, delta2, delta2 * value * slope)


def takes_a_slope_of_one_at_zero(x, target, hidden, act, value=0.0):
    z, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * value * ((z >= 0).to(z.dtype) if act == "relu" else slope))


def transposes_weight1(x, target, hidden, act, value=0.0):
    gradients = zero_init_gradients(x, target, hidden, act, value)
    return {**gradients, "weight1": gradients["weight1"].T}


def starts_the_biases_at_value(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value, bias=value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * value * slope)


def ignores_value(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x, target, hidden, act)


def returns_float64(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x.double(), target.double(), hidden, act, value)


def takes_any_activation(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x, target, hidden, act if act in ("tanh", "relu", "sigmoid") else "sigmoid", value)
