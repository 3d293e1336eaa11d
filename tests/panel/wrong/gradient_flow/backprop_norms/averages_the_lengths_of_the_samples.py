# verdict: wrong
# mistake: It takes the mean of the samples' lengths instead of the length of all entries as one vector; with one sample it is the same.
# told: averages_over_the_samples
import numpy as np


def backprop_norms(weights, pre_activations, grad_output, activation):
    slopes = {
        "identity": lambda z: np.ones_like(z),
        "relu": lambda z: (z > 0).astype(z.dtype),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2,
    }
    if activation not in slopes:
        raise ValueError(f"unknown activation {activation!r}")
    g = grad_output
    norms = [np.linalg.norm(g, axis=1).mean()]
    for w, z in zip(weights[::-1], pre_activations[::-1]):
        g = (g * slopes[activation](z)) @ w
        norms.append(np.linalg.norm(g, axis=1).mean())
    return np.array(norms[::-1], dtype=grad_output.dtype)
