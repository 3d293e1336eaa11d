# verdict: wrong
# mistake: The weighted sums are written into np.empty buffers of float64, so a float32 network returns float64.
# told: returns_float64
import numpy as np


def phi(name, z):
    if name == "relu":
        return z * (z > 0)
    if name == "tanh":
        return np.tanh(z)
    if name == "sigmoid":
        return (np.tanh(z / 2) + 1) / 2
    return z.copy()


def mlp_forward(x, params, hidden="relu", out="identity"):
    allowed = {"relu", "tanh", "sigmoid", "identity"}
    if hidden not in allowed:
        raise ValueError("hidden is not a known activation")
    if out not in allowed:
        raise ValueError("out is not a known activation")
    cache = {"z": [], "a": []}
    a = x
    for layer, (weight, bias) in enumerate(params, start=1):
        z = np.empty((len(x), len(bias)))
        for j in range(len(bias)):
            z[:, j] = a @ weight[j] + bias[j]
        a = phi(out if layer == len(params) else hidden, z)
        cache["z"].append(z)
        cache["a"].append(a)
    return a, cache
