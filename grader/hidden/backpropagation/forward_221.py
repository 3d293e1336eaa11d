"""Hidden tests of backpropagation/forward_221."""

import math

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.backpropagation.forward_221 import forward_221

independent = (
    "(lambda z1: (lambda z2: {'z1': z1, 'a1': torch.sigmoid(z1), 'z2': z2, 'y_hat': torch.sigmoid(z2)})"
    "(F.linear(torch.sigmoid(z1), params['weight2']) + params['bias2']))(F.linear(x, params['weight1'], params['bias1']))"
)


def sample(rng, size="small"):
    """No two parameters alike and no sum near 0, so that inputs times 1e4 drive every sigmoid to 0 or 1."""
    x, weight1 = np.array([0.8, -0.5]), np.array([[0.9, -0.4], [-0.6, 1.1]])
    bias1, weight2 = np.array([0.3, -0.7]), np.array([1.3, -0.8])
    x, weight1, bias1, weight2 = (a + rng.uniform(-0.1, 0.1, a.shape) for a in (x, weight1, bias1, weight2))
    return x, {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": float(rng.uniform(0.3, 0.5))}


def whole_numbers():
    return {
        "weight1": np.array([[2.0, -3.0], [5.0, 1.0]]),
        "bias1": np.array([-1.0, 4.0]),
        "weight2": np.array([2.0, 3.0]),
        "bias2": -1.0,
    }


def test_one_input_at_a_time(yours):
    """With x = (1, 0) the sums of the hidden layer are the first column of weight1 plus the biases."""
    params = whole_numbers()
    agree(yours(np.array([1.0, 0.0]), params)["z1"], np.array([1.0, 9.0]), exact=True)


def test_order_of_the_keys(yours, rng):
    """A parameter is found by its name, wherever it stands in the dict."""
    x, params = sample(rng)
    shuffled = {name: params[name] for name in ("weight1", "weight2", "bias1", "bias2")}
    agree(yours(x, shuffled), forward_221(x, params))


def test_without_input(yours):
    """With x = 0 each hidden sum is the bias of its neuron, counted once."""
    params = whole_numbers()
    agree(yours(np.array([0.0, 0.0]), params)["z1"], np.array([-1.0, 4.0]), exact=True)


def test_all_parameters_zero(yours, rng):
    """With all weights and biases zero every neuron says one half, the output too."""
    x, _ = sample(rng)
    params = {"weight1": np.zeros((2, 2)), "bias1": np.zeros(2), "weight2": np.zeros(2), "bias2": 0.0}
    result = yours(x, params)
    agree(result["a1"], np.array([0.5, 0.5]))
    agree(result["z2"], 0.0, scale=1.0)
    agree(result["y_hat"], 0.5)


def test_output_bias(yours, rng):
    """Where no weight leads to the output, it is the sigmoid of its own bias."""
    x, params = sample(rng)
    result = yours(x, {**params, "weight2": np.zeros(2), "bias2": -1.5})
    agree(result["z2"], -1.5)
    agree(result["y_hat"], 1 / (1 + np.exp(1.5)))


def test_renumbered_neurons(yours, rng):
    """Exchanging the two hidden neurons, weights and biases and all, leaves the output as it is."""
    x, params = sample(rng)
    swapped = {name: value if name == "bias2" else value[::-1].copy() for name, value in params.items()}
    first, second = yours(x, params), yours(x, swapped)
    agree(second["a1"][::-1], first["a1"])
    agree(second["y_hat"], first["y_hat"])


def test_opposite_sums(yours):
    """Neurons with sums z and -z have activations that add up to 1, near z = 0 and far from it."""
    for z in (0.25, 0.75, 3.0, 20.0):
        params = {"weight1": np.zeros((2, 2)), "bias1": np.array([z, -z]), "weight2": np.zeros(2), "bias2": -z}
        result = yours(np.array([2.0, 3.0]), params)
        agree(result["a1"], np.array([1 / (1 + math.exp(-z)), 1 / (1 + math.exp(z))]))
        agree(result["y_hat"], 1 / (1 + math.exp(z)), scale=1.0)


def test_saturated(yours):
    """At z = 1000 and z = -1000 the sigmoid is 1 and 0, and not NaN."""
    params = {**whole_numbers(), "bias1": np.array([1000.0, -1000.0]), "bias2": 1000.0}
    result = yours(np.array([0.0, 0.0]), params)
    agree(result["a1"], np.array([1.0, 0.0]))
    agree(result["z2"], 1002.0)
    agree(result["y_hat"], 1.0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def output(params, a1):
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z2": z2, "y_hat": sigmoid(z2)}


@mistake(
    "weight1 is used the wrong way round. Its rows belong to the hidden neurons and its columns to the inputs, so the "
    "sums are weight1 times x."
)
def transposes_weight1(x, params):
    return forward_221(x, {**params, "weight1": params["weight1"].T})


@mistake(
    "The hidden biases are added once for every weight. A neuron has one bias, whatever the number of its inputs: add it "
    "once to the whole sum."
)
def adds_the_bias_once_per_weight(x, params):
    return forward_221(x, {**params, "bias1": 2 * params["bias1"]})


@mistake(
    "Each hidden neuron gets both entries of bias1, one per weight. bias1[j] is the bias of neuron j alone: add only that one."
)
def adds_both_biases_to_both_neurons(x, params):
    return forward_221(x, {**params, "bias1": np.full_like(params["bias1"], np.sum(params["bias1"]))})


@mistake("Both hidden neurons get the bias of the first. Each has its own entry in bias1.")
def shares_the_first_bias(x, params):
    return forward_221(x, {**params, "bias1": params["bias1"][[0, 0]]})


@mistake("The output has no activation: y_hat is z2. All three neurons are sigmoids, so y_hat is the sigmoid of z2.")
def leaves_the_output_linear(x, params):
    result = forward_221(x, params)
    return {**result, "y_hat": result["z2"]}


@mistake("The hidden layer has no activation: a1 is z1. Without a sigmoid between them the two layers are no more than one.")
def leaves_the_hidden_layer_linear(x, params):
    z1 = forward_221(x, params)["z1"]
    return {"z1": z1, "a1": z1.copy(), **output(params, z1)}


@mistake("The hidden layer is made of ReLUs. In this network all three neurons are sigmoids.")
def uses_relu_in_the_hidden_layer(x, params):
    z1 = forward_221(x, params)["z1"]
    return {"z1": z1, "a1": np.maximum(z1, 0), **output(params, np.maximum(z1, 0))}


@mistake("The output neuron reads z1. What one layer hands to the next is its activation, a1.")
def feeds_z1_to_the_output(x, params):
    result = forward_221(x, params)
    return {**result, **output(params, result["z1"])}


@mistake("The bias of the output neuron is missing: z2 is the weighted sum of a1 plus bias2.")
def forgets_the_output_bias(x, params):
    return forward_221(x, {**params, "bias2": 0 * params["bias2"]})


@mistake(
    "Your sigmoid overflows: at large positive z its exponential is inf, and inf / inf is NaN. Let only exp(-|z|) be "
    "computed, or divide 1 by 1 + exp(-z)."
)
def overflows_at_large_z(x, params):
    result = forward_221(x, params)
    a1 = np.exp(result["z1"]) / (1 + np.exp(result["z1"]))
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": result["z1"], "a1": a1, "z2": z2, "y_hat": np.exp(z2) / (1 + np.exp(z2))}


@mistake(
    "math.exp raises OverflowError where its argument is large. Let only exp(-|z|) be computed, or use np.exp, which gives inf."
)
def overflows_in_math_exp(x, params):
    z1 = forward_221(x, params)["z1"]
    a1 = np.array([1 / (1 + math.exp(-z)) for z in z1], dtype=x.dtype)
    z2 = np.sum(params["weight2"] * a1) + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": 1 / (1 + math.exp(-z2))}


@mistake(
    "z2 and y_hat keep an axis of length 1. They are single numbers: take element 0, or use weight2 as the vector that it is."
)
def keeps_an_axis(x, params):
    result = forward_221(x, params)
    return {**result, "z2": np.array([result["z2"]]), "y_hat": np.array([result["y_hat"]])}


@mistake("z1 and a1 are float64 whatever x is. Create them with dtype=x.dtype: float32 stays float32.")
def returns_float64(x, params):
    return {name: np.float64(value) for name, value in forward_221(x, params).items()}


@mistake("You take the parameters in the order in which they stand in the dict. Keys have no order: look each one up by name.")
def trusts_the_order_of_the_keys(x, params):
    return forward_221(x, dict(zip(("weight1", "bias1", "weight2", "bias2"), params.values(), strict=True)))


@mistake("The weighted sum is added into bias1 itself, and the caller's parameters are spoilt. Add into a new array.")
def sums_into_the_bias(x, params):
    result = forward_221(x, params)
    params["bias1"] += params["weight1"] @ x
    return result


@right
def number_by_number(x, params):
    weight1, bias1, weight2 = params["weight1"], params["bias1"], params["weight2"]
    z1 = np.zeros(2, dtype=x.dtype)
    a1 = np.zeros(2, dtype=x.dtype)
    for j in range(2):
        z1[j] = bias1[j]
        for k in range(2):
            z1[j] += weight1[j, k] * x[k]
        a1[j] = 1 / (1 + np.exp(-z1[j]))
    z2 = weight2[0] * a1[0] + weight2[1] * a1[1] + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": 1 / (1 + np.exp(-z2))}


@right
def by_tanh(x, params):
    z1 = np.sum(params["weight1"] * x, axis=1) + params["bias1"]
    a1 = (1 + np.tanh(z1 / 2)) / 2
    z2 = np.dot(a1, params["weight2"]) + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": (1 + np.tanh(z2 / 2)) / 2}


@right
def layer_by_layer_in_columns(x, params):
    layers = [(params["weight1"], params["bias1"]), (params["weight2"][None, :], np.array([params["bias2"]], dtype=x.dtype))]
    column, found = x[:, None], []
    for weight, bias in layers:
        z = weight @ column + bias[:, None]
        column = np.exp(-np.logaddexp(0, -z))
        found += [z[:, 0], column[:, 0]]
    return {"z1": found[0], "a1": found[1], "z2": found[2][0], "y_hat": found[3][0]}
