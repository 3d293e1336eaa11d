# verdict: wrong
# mistake: The loop treats the first layer as the only hidden one, so in deeper networks the middle layers get the slope of `out`.
import numpy as np


def derivative(name, z):
    if name == "relu":
        return np.heaviside(z, np.zeros_like(z))
    if name == "tanh":
        return 1 / np.cosh(np.clip(z, -40, 40)) ** 2
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    return np.ones_like(z)


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    z, a = cache["z"], cache["a"]
    gradients = {}
    upstream = grad_output
    for i in reversed(range(len(params))):
        weight, _ = params[i]
        phi = hidden if i == 0 and len(params) > 1 else out
        delta = upstream * derivative(phi, z[i])
        below = a[i - 1] if i > 0 else x
        gradients[i] = (delta.T @ below, delta.sum(axis=0))
        upstream = delta @ weight
    return upstream, [gradients[i] for i in range(len(params))]
