# verdict: wrong
# mistake: The cache keeps a reference to z, and the output activation then overwrites z in place, so the last entry of cache["z"] holds y and not the weighted sums.
import numpy as np


def squash(name, z, buffer):
    if name == "relu":
        return np.maximum(z, 0, out=buffer)
    if name == "tanh":
        return np.tanh(z, out=buffer)
    if name == "sigmoid":
        np.tanh(np.multiply(z, 0.5, out=buffer), out=buffer)
        buffer += 1
        buffer *= 0.5
        return buffer
    return z


def mlp_forward(x, params, hidden="relu", out="identity"):
    names = ("relu", "tanh", "sigmoid", "identity")
    if hidden not in names:
        raise ValueError("hidden must be one of " + ", ".join(names))
    if out not in names:
        raise ValueError("out must be one of " + ", ".join(names))
    zs, acts = [], []
    a = x
    for weight, bias in params[:-1]:
        z = a @ weight.T + bias
        a = squash(hidden, z, np.empty_like(z))
        zs.append(z)
        acts.append(a)
    weight, bias = params[-1]
    z = a @ weight.T + bias
    y = squash(out, z, z)  # the output layer needs no second array
    return y, {"z": [*zs, z], "a": [*acts, y]}
