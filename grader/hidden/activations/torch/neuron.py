"""The known mistakes of activations/neuron, as people write them in PyTorch."""

import torch

from solutions.activations.torch.neuron import neuron


def _f(z, activation):
    """The activation of each element of z."""
    return neuron(z.reshape(-1, 1), torch.ones(1, dtype=z.dtype), 0.0, activation).reshape(z.shape)


def adds_up_the_weights(x, weight, bias, activation):
    return _f((weight.sum() + bias).expand(len(x)), activation)


def adds_up_the_inputs(x, weight, bias, activation):
    return _f(x.sum(1) + bias, activation)


def adds_weights_to_inputs(x, weight, bias, activation):
    return _f((x + weight).sum(1) + bias, activation)


def adds_the_bias_at_the_end(x, weight, bias, activation):
    return _f(x @ weight, activation) + bias


def forgets_the_bias(x, weight, bias, activation):
    return _f(x @ weight, activation)


def subtracts_the_bias(x, weight, bias, activation):
    return _f(x @ weight - bias, activation)


def adds_the_bias_to_every_product(x, weight, bias, activation):
    return _f((weight * x + bias).sum(1), activation)


def activates_every_product(x, weight, bias, activation):
    return _f(weight * x, activation).sum(1) + bias


def activates_the_inputs(x, weight, bias, activation):
    return _f(x, activation) @ weight + bias


def averages_the_products(x, weight, bias, activation):
    return _f((weight * x).mean(1) + bias, activation)


def forgets_to_sum(x, weight, bias, activation):
    return _f(weight * x + bias, activation)


def sums_over_the_batch(x, weight, bias, activation):
    return _f(((x * weight).sum() + bias).expand(len(x)), activation)


def forgets_the_activation(x, weight, bias, activation):
    neuron(x, weight, bias, activation)
    return x @ weight + bias


def takes_the_unknown_for_the_identity(x, weight, bias, activation):
    known = activation in ("step", "sigmoid", "tanh", "relu")
    return neuron(x, weight, bias, activation if known else "identity")


def steps_at_zero(x, weight, bias, activation):
    return (x @ weight + bias >= 0).to(x.dtype) if activation == "step" else neuron(x, weight, bias, activation)


def steps_from_minus_one(x, weight, bias, activation):
    result = neuron(x, weight, bias, activation)
    return 2 * result - 1 if activation == "step" else result


def steps_to_a_boolean(x, weight, bias, activation):
    return x @ weight + bias > 0 if activation == "step" else neuron(x, weight, bias, activation)


def overflows(x, weight, bias, activation):
    if activation != "sigmoid":
        return neuron(x, weight, bias, activation)
    grown = torch.exp(x @ weight + bias)
    return grown / (1 + grown)


def returns_float64(x, weight, bias, activation):
    return neuron(x.double(), weight.double(), bias, activation)


def overwrites_the_inputs(x, weight, bias, activation):
    return _f(x.mul_(weight).sum(1) + bias, activation)
