# verdict: wrong
# mistake: An unknown name is noticed only when a layer uses it, so a wrong hidden passes where there is no hidden layer.
# told: checks_a_name_when_it_is_used
import numpy as np


def _activation(name, z, argument):
    if name == "relu":
        return np.maximum(z, 0)
    if name == "tanh":
        return np.tanh(z)
    if name == "sigmoid":
        return 0.5 * (np.tanh(0.5 * z) + 1.0)
    if name == "identity":
        return z
    raise ValueError(f"{argument}: unknown activation {name}")


def mlp_forward(x, params, hidden="relu", out="identity"):
    cache = {"z": [], "a": []}
    a = x
    for weight, bias in params[:-1]:
        z = a @ weight.T + bias
        a = _activation(hidden, z, "hidden")
        cache["z"].append(z)
        cache["a"].append(a)
    weight, bias = params[-1]
    z = a @ weight.T + bias
    y = _activation(out, z, "out")
    cache["z"].append(z)
    cache["a"].append(y)
    return y, cache
