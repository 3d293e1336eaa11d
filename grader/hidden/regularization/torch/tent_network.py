"""The known mistakes of regularization/tent_network, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.tent_network import tent_network

ABSENT = {}


def composed(layer, x, k):
    y = tent_network(x, min(k, 0))
    for _ in range(k):
        y = layer(y)
    return y


def uses_an_absolute_value(x, k):
    return composed(lambda y: 1 - torch.abs(2 * y - 1), x, k)


def gives_the_tent_a_flat_top(x, k):
    return composed(lambda y: 2 * torch.relu(y) - 2 * torch.relu(y - 0.5), x, k)


def has_the_kink_at_one(x, k):
    return composed(lambda y: 2 * torch.relu(y) - 4 * torch.relu(y - 1), x, k)


def forgets_the_second_relu(x, k):
    return composed(lambda y: 2 * torch.relu(y) - 4 * (y - 0.5), x, k)


def makes_a_sawtooth(x, k):
    return torch.remainder(2 ** max(k, 0) * tent_network(x, min(k, 0)), 1)


def adds_up_the_layers(x, k):
    return k * tent_network(x, 1) if k else tent_network(x, k)


def starts_from_x_each_time(x, k):
    return tent_network(x, min(k, 1))


def is_one_layer_short(x, k):
    return tent_network(x, k - 1 if k > 0 else k)


def has_one_layer_more(x, k):
    return tent_network(x, k + 1 if k >= 0 else k)


def clips_the_input(x, k):
    return tent_network(x.clamp(0, 1), k)


def checks_nothing(x, k):
    return tent_network(x, max(k, 0))


def overwrites_x(x, k):
    return x.copy_(tent_network(x, k)).clone()
