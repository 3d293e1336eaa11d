"""The known mistakes of backpropagation/mlp_forward, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.mlp_forward import mlp_forward

FUNCTIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "identity": lambda z: z}


def rebuilt(x, params, hidden, out, weighted):
    """The forward pass with weighted sums of another kind."""
    mlp_forward(x[:, :0], [(weight[:, :0], bias) for weight, bias in params[:1]], hidden, out)  # for the check of the names
    a, cache = x, {"z": [], "a": []}
    for number, (weight, bias) in enumerate(params, start=1):
        z = weighted(a, weight, bias)
        a = FUNCTIONS[out if number == len(params) else hidden](z)
        cache["z"].append(z)
        cache["a"].append(a)
    return a, cache


def activates_the_output(x, params, hidden="relu", out="identity"):
    return mlp_forward(x, params, hidden, hidden if out == "identity" else out)


def ignores_out(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, hidden)


def ignores_hidden(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, "relu", out)


def leaves_the_hidden_layers_linear(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, "identity", out)


def forgets_to_transpose(x, params, hidden="relu", out="identity"):
    return rebuilt(x, params, hidden, out, lambda a, weight, bias: a @ weight + bias)


def forgets_the_biases(x, params, hidden="relu", out="identity"):
    return rebuilt(x, params, hidden, out, lambda a, weight, bias: a @ weight.T)


def adds_inputs_and_weights(x, params, hidden="relu", out="identity"):
    return rebuilt(x, params, hidden, out, lambda a, weight, bias: (a[:, None] + weight).sum(2) + bias)


def activates_the_input(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(FUNCTIONS[hidden](x), params, hidden, out)


def caches_activations_as_z(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": [a.clone() for a in cache["a"]], "a": cache["a"]}


def caches_z_without_the_bias(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": [z - bias for z, (_, bias) in zip(cache["z"], params, strict=True)], "a": cache["a"]}


def caches_the_input_too(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": cache["z"], "a": [x.clone(), *cache["a"]]}


def leaves_the_output_out_of_the_cache(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": cache["z"], "a": cache["a"][:-1]}


def overflows_at_large_z(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    if out == "sigmoid":
        y = torch.exp(cache["z"][-1]) / (1 + torch.exp(cache["z"][-1]))
    return y, {"z": cache["z"], "a": [*cache["a"][:-1], y]}


def accepts_any_name(x, params, hidden="relu", out="identity"):
    known = ("relu", "tanh", "sigmoid")
    return mlp_forward(x, params, hidden if hidden in known else "identity", out if out in known else "identity")


def checks_a_name_when_it_is_used(x, params, hidden="relu", out="identity"):
    return mlp_forward(x, params, hidden if len(params) > 1 else "relu", out)


def returns_float64(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y.double(), {name: [array.double() for array in arrays] for name, arrays in cache.items()}
