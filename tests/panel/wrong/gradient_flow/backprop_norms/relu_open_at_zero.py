# verdict: wrong
# mistake: The slope of ReLU is 1 at a pre-activation of exactly 0, where it must be 0.
# told: lets_zero_pass
import numpy as np


def derivative(z, activation):
    if activation == "identity":
        return np.ones_like(z)
    if activation == "relu":
        return np.heaviside(z, 1).astype(z.dtype)
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    if activation == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    raise ValueError(f"unknown activation: {activation}")


def backprop_norms(weights, pre_activations, grad_output, activation):
    layers = len(weights)
    norms = np.empty(layers + 1, dtype=grad_output.dtype)
    g = grad_output
    norms[layers] = np.linalg.norm(g)
    for l in range(layers - 1, -1, -1):
        g = (g * derivative(pre_activations[l], activation)) @ weights[l]
        norms[l] = np.linalg.norm(g)
    return norms
