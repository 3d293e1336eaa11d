"""The known mistakes of backpropagation/backward_221, as people write them in PyTorch."""

import math

import torch

from solutions.backpropagation.torch.backward_221 import backward_221


def sums(x, params):
    """The weighted sums of both layers."""
    z1 = params["weight1"] @ x + params["bias1"]
    return z1, params["weight2"] @ torch.sigmoid(z1) + params["bias2"]


def deltas(x, y, params):
    """Activations, and the derivative of the cost with respect to each weighted sum."""
    a1, y_hat = map(torch.sigmoid, sums(x, params))
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    return a1, y_hat, delta2, delta2 * params["weight2"] * a1 * (1 - a1)


def collect(x, a1, delta2, delta1):
    return {"weight1": torch.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}


def takes_the_slope_of_the_first_neuron(x, y, params):
    a1, _, delta2, delta1 = deltas(x, y, params)
    second = delta2 * params["weight2"][1] * a1[0] * (1 - a1[0]) * x
    return {**collect(x, a1, delta2, delta1), "weight1": torch.stack([delta1[0] * x, second])}


def copies_the_printed_answer(x, y, params):
    gradients = takes_the_slope_of_the_first_neuron(x, y, params)
    gradients["weight1"][1, 1] = 0
    return gradients


def transposes_the_gradient_of_weight1(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "weight1": gradients["weight1"].T}


def drops_the_slope_of_the_output(x, y, params):
    a1, y_hat, _, _ = deltas(x, y, params)
    return collect(x, a1, y_hat - y, (y_hat - y) * params["weight2"] * a1 * (1 - a1))


def drops_the_slope_of_the_hidden_layer(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    return collect(x, a1, delta2, delta2 * params["weight2"])


def takes_the_slope_at_the_activation(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    again = torch.sigmoid(a1)
    return collect(x, a1, delta2, delta2 * params["weight2"] * again * (1 - again))


def takes_both_slopes_at_the_activations(x, y, params):
    a1, y_hat, _, _ = deltas(x, y, params)
    again1, again2 = torch.sigmoid(a1), torch.sigmoid(y_hat)
    delta2 = (y_hat - y) * again2 * (1 - again2)
    return collect(x, a1, delta2, delta2 * params["weight2"] * again1 * (1 - again1))


def overflows_in_the_slope(x, y, params):
    z1, z2 = sums(x, params)
    up1, up2 = torch.exp(-z1), torch.exp(-z2)
    delta2 = (torch.sigmoid(z2) - y) * up2 / (1 + up2) ** 2
    return collect(x, torch.sigmoid(z1), delta2, delta2 * params["weight2"] * up1 / (1 + up1) ** 2)


def overflows_in_math_exp(x, y, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.tensor([1 / (1 + math.exp(-z)) for z in z1], dtype=x.dtype, device=x.device)
    y_hat = 1 / (1 + math.exp(-(params["weight2"] @ a1 + params["bias2"])))
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    return collect(x, a1, delta2, delta2 * params["weight2"] * a1 * (1 - a1))


def goes_back_through_one_weight(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    return collect(x, a1, delta2, delta2 * params["weight2"][0] * a1 * (1 - a1))


def turns_the_sign(x, y, params):
    return {name: -value for name, value in backward_221(x, y, params).items()}


def forgets_the_half(x, y, params):
    return {name: 2 * value for name, value in backward_221(x, y, params).items()}


def multiplies_by_z1(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "weight2": gradients["bias2"] * sums(x, params)[0]}


def returns_bias2_as_a_vector(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "bias2": gradients["bias2"].reshape(1)}


def returns_float64(x, y, params):
    return {name: value.double() for name, value in backward_221(x, y, params).items()}


def returns_float32(x, y, params):
    return {name: torch.tensor(value.tolist(), device=x.device) for name, value in backward_221(x, y, params).items()}


def changes_the_parameters(x, y, params):
    gradients = backward_221(x, y, params)
    for name in params:
        params[name] -= gradients[name]
    return gradients
