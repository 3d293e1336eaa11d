"""The known mistakes of activations/collapse_linear_network, as people write them in PyTorch."""

import torch

from solutions.activations.torch.collapse_linear_network import collapse_linear_network


def _fold(weights, biases, step):
    """Start with the first layer and let `step` put every further one around it."""
    collapse_linear_network(weights, biases)
    weight, bias = weights[0].clone(), biases[0].clone()
    for layer in zip(weights[1:], biases[1:], strict=True):
        weight, bias = step(weight, bias, *layer)
    return weight, bias


def forgets_the_earlier_biases(weights, biases):
    return collapse_linear_network(weights, biases)[0], biases[-1].clone()


def forgets_the_last_bias(weights, biases):
    return collapse_linear_network(weights, [*biases[:-1], torch.zeros_like(biases[-1])])


def adds_up_the_biases(weights, biases):
    return _fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, bias + shift))


def multiplies_the_own_bias(weights, biases):
    return _fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, later @ (bias + shift)))


def multiplies_the_bias_by_the_product(weights, biases):
    return _fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, later @ weight @ bias + shift))


def multiplies_from_the_right(weights, biases):
    return _fold(weights, biases, lambda weight, bias, later, shift: (weight @ later, later @ bias + shift))


def multiplies_element_by_element(weights, biases):
    return _fold(weights, biases, lambda weight, bias, later, shift: (later * weight, later @ bias + shift))


def returns_the_transpose(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    return weight.T.clone(), bias


def returns_a_column(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    return weight, bias.unsqueeze(1)


def changes_the_order(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    return bias, weight


def stops_before_the_last_layer(weights, biases):
    collapse_linear_network(weights, biases)
    return collapse_linear_network(weights[:-1] or weights, biases[:-1] or biases)


def stops_at_the_shorter_list(weights, biases):
    weight, bias = weights[0].clone(), biases[0].clone()
    for later, shift in list(zip(weights, biases, strict=False))[1:]:
        weight, bias = later @ weight, later @ bias + shift
    return weight, bias


def returns_float64(weights, biases):
    return collapse_linear_network([weight.double() for weight in weights], [bias.double() for bias in biases])


def overwrites_the_first_bias(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    biases[0].add_(1)
    return weight, bias
