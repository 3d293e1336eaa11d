"""The known mistakes of boltzmann/rbm_conditionals, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.rbm_conditionals import rbm_conditionals


def transposes_the_weight(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight.T, visible_bias, hidden_bias)


def swaps_the_biases(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, hidden_bias, visible_bias)


def forgets_the_hidden_bias(visible, hidden, weight, visible_bias, hidden_bias):
    return torch.sigmoid(visible @ weight.T), torch.sigmoid(hidden @ weight + visible_bias)


def forgets_the_visible_bias(visible, hidden, weight, visible_bias, hidden_bias):
    return torch.sigmoid(visible @ weight.T + hidden_bias), torch.sigmoid(hidden @ weight)


def returns_visible_first(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias)[::-1]


def reconstructs_the_visible(visible, hidden, weight, visible_bias, hidden_bias):
    up = torch.sigmoid(visible @ weight.T + hidden_bias)
    return up, torch.sigmoid(up @ weight + visible_bias)


def forgets_the_sigmoid(visible, hidden, weight, visible_bias, hidden_bias):
    return visible @ weight.T + hidden_bias, hidden @ weight + visible_bias


def rounds_the_probabilities(visible, hidden, weight, visible_bias, hidden_bias):
    return tuple(p.round() for p in rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias))


def takes_a_softmax(visible, hidden, weight, visible_bias, hidden_bias):
    return torch.softmax(visible @ weight.T + hidden_bias, -1), torch.softmax(hidden @ weight + visible_bias, -1)


def doubles_the_sum(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, 2 * weight, 2 * visible_bias, 2 * hidden_bias)


def gives_the_probability_to_be_off(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, -weight, -visible_bias, -hidden_bias)


def overflows(visible, hidden, weight, visible_bias, hidden_bias):
    up, down = torch.exp(visible @ weight.T + hidden_bias), torch.exp(hidden @ weight + visible_bias)
    return up / (1 + up), down / (1 + down)


def loses_small_probabilities(visible, hidden, weight, visible_bias, hidden_bias):
    up, down = visible @ weight.T + hidden_bias, hidden @ weight + visible_bias
    return (1 + torch.tanh(up / 2)) / 2, (1 + torch.tanh(down / 2)) / 2


def returns_float64(visible, hidden, weight, visible_bias, hidden_bias):
    return tuple(p.double() for p in rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias))
