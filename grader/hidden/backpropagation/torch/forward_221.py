"""The known mistakes of backpropagation/forward_221, as people write them in PyTorch."""

import math

import torch

from solutions.backpropagation.torch.forward_221 import forward_221


def output(params, a1):
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z2": z2, "y_hat": torch.sigmoid(z2)}


def transposes_weight1(x, params):
    return forward_221(x, {**params, "weight1": params["weight1"].T})


def adds_the_bias_once_per_weight(x, params):
    z1 = (params["weight1"] * x + params["bias1"][:, None]).sum(dim=1)
    a1 = torch.sigmoid(z1)
    return {"z1": z1, "a1": a1, **output(params, a1)}


def adds_both_biases_to_both_neurons(x, params):
    return forward_221(x, {**params, "bias1": params["bias1"].sum()})


def shares_the_first_bias(x, params):
    return forward_221(x, {**params, "bias1": params["bias1"][0]})


def leaves_the_output_linear(x, params):
    result = forward_221(x, params)
    return {**result, "y_hat": result["z2"]}


def leaves_the_hidden_layer_linear(x, params):
    z1 = forward_221(x, params)["z1"]
    return {"z1": z1, "a1": z1.clone(), **output(params, z1)}


def uses_relu_in_the_hidden_layer(x, params):
    z1 = forward_221(x, params)["z1"]
    return {"z1": z1, "a1": torch.relu(z1), **output(params, torch.relu(z1))}


def feeds_z1_to_the_output(x, params):
    result = forward_221(x, params)
    return {**result, **output(params, result["z1"])}


def forgets_the_output_bias(x, params):
    return forward_221(x, {**params, "bias2": 0.0})


def overflows_at_large_z(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.exp(z1) / (1 + torch.exp(z1))
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": torch.exp(z2) / (1 + torch.exp(z2))}


def overflows_in_math_exp(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.tensor([1 / (1 + math.exp(-z)) for z in z1], dtype=x.dtype, device=x.device)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": torch.tensor(1 / (1 + math.exp(-z2)), dtype=x.dtype, device=x.device)}


def keeps_an_axis(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    return {"z1": z1, "a1": a1, **output({**params, "weight2": params["weight2"][None]}, a1)}


def returns_float64(x, params):
    return {name: value.double() for name, value in forward_221(x, params).items()}


def trusts_the_order_of_the_keys(x, params):
    return forward_221(x, dict(zip(("weight1", "bias1", "weight2", "bias2"), params.values(), strict=True)))


def sums_into_the_bias(x, params):
    result = forward_221(x, params)
    params["bias1"] += params["weight1"] @ x
    return result
