"""The known mistakes of regularization/relu_interpolator, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.relu_interpolator import relu_interpolator

ABSENT = {}


def built(x, y):
    slopes = torch.diff(y) / torch.diff(x)
    changes = torch.cat([slopes[:1], torch.diff(slopes)])
    return {"weight1": torch.ones_like(x[1:, None]), "bias1": -x[:-1], "weight2": changes[None], "bias2": y[:1].clone()}


def does_not_sort(x, y):
    relu_interpolator(x, y)
    return built(x, y)


def sorts_x_alone(x, y):
    return relu_interpolator(torch.sort(x).values, y)


def takes_slopes_for_changes(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight2": torch.cumsum(net["weight2"], dim=1)}


def forgets_the_distances(x, y):
    ranks = torch.argsort(torch.argsort(x)).to(x.dtype)
    return relu_interpolator(x, y) | {"weight2": relu_interpolator(ranks, y)["weight2"]}


def turns_the_biases_around(x, y):
    net = relu_interpolator(x, y)
    return net | {"bias1": -net["bias1"]}


def switches_on_too_late(x, y):
    return relu_interpolator(x, y) | {"bias1": -torch.sort(x).values[1:]}


def starts_without_a_slope(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight2": torch.where(torch.arange(len(x) - 1) == 0, 0, net["weight2"])}


def forgets_the_output_bias(x, y):
    net = relu_interpolator(x, y)
    return net | {"bias2": torch.zeros_like(net["bias2"])}


def takes_the_bias_of_the_first_to_come(x, y):
    return relu_interpolator(x, y) | {"bias2": y[:1].clone()}


def transposes_the_weights(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight1": net["weight1"].T, "weight2": net["weight2"].T}


def returns_float64(x, y):
    return relu_interpolator(x.double(), y.double())


def checks_nothing(x, y):
    x, order = torch.sort(x)
    return built(x, y[order])


def checks_before_sorting(x, y):
    if (x[1:] == x[:-1]).any():
        raise ValueError("x")
    return checks_nothing(x, y)
