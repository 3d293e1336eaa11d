"""The known mistakes of initialization/merge_identical_units, as people write them in PyTorch."""

import math

import torch

from solutions.initialization.torch.merge_identical_units import merge_identical_units


def averages_the_outgoing_weights(weight1, bias1, weight2, tol=1e-6):
    w1, b1, _ = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, weight2.mean(1, keepdim=True)


def keeps_one_outgoing_weight(weight1, bias1, weight2, tol=1e-6):
    w1, b1, _ = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, weight2[:, :1].clone()


def adds_up_the_incoming_weights(weight1, bias1, weight2, tol=1e-6):
    _, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return weight1.sum(0, keepdim=True), bias1.sum(0, keepdim=True), w2


def adds_up_the_biases(weight1, bias1, weight2, tol=1e-6):
    w1, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, bias1.sum(0, keepdim=True), w2


def drops_the_bias(weight1, bias1, weight2, tol=1e-6):
    w1, b1, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, torch.zeros_like(b1), w2


def sums_over_the_outputs(weight1, bias1, weight2, tol=1e-6):
    w1, b1, _ = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, weight2.sum(0)[:, None]


def loses_the_hidden_axis(weight1, bias1, weight2, tol=1e-6):
    w1, b1, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1[0], b1[0], w2[:, 0]


def compares_exactly(weight1, bias1, weight2, tol=1e-6):
    return merge_identical_units(weight1, bias1, weight2, 0.0)


def refuses_the_limit(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if not ((array - array[0]).abs() < tol).all():
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, tol)


def compares_relatively(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if not torch.allclose(array, array[:1], atol=tol):
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, math.inf)


def forgets_the_absolute_value(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if (array - array[0]).max() > tol:
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, math.inf)


def compares_neighbours(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if (torch.diff(array, dim=0).abs() > tol).any():
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, math.inf)


def compares_the_weights_alone(weight1, bias1, weight2, tol=1e-6):
    if ((weight1 - weight1[0]).abs() > tol).any():
        raise ValueError("weight1")
    return merge_identical_units(weight1, bias1, weight2, math.inf)


def checks_nothing(weight1, bias1, weight2, tol=1e-6):
    return merge_identical_units(weight1, bias1, weight2, math.inf)


def wants_equal_outgoing_weights(weight1, bias1, weight2, tol=1e-6):
    if ((weight2 - weight2[:, :1]).abs() > tol).any():
        raise ValueError("weight2 differs between the hidden units")
    return merge_identical_units(weight1, bias1, weight2, tol)


def returns_views(weight1, bias1, weight2, tol=1e-6):
    _, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return weight1[:1], bias1[:1], w2


def returns_float64(weight1, bias1, weight2, tol=1e-6):
    return tuple(part.double() for part in merge_identical_units(weight1, bias1, weight2, tol))
