# verdict: wrong
# mistake: The slope of the sigmoid is written as e^-z / (1 + e^-z)^2, which is inf/inf, hence NaN, at -1000.
# told: overflows_in_the_sigmoid
import numpy as np


def backprop_norms(weights, pre_activations, grad_output, activation):
    if activation == "identity":
        slope = np.ones_like
    elif activation == "relu":
        slope = lambda z: (z > 0).astype(z.dtype)
    elif activation == "tanh":
        slope = lambda z: 1 - np.tanh(z) ** 2
    elif activation == "sigmoid":
        slope = lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2
    else:
        raise ValueError(f"activation must be identity, relu, tanh or sigmoid, got {activation}")
    g = grad_output.copy()
    norms = [np.sqrt((g**2).sum())]
    for w, z in zip(reversed(weights), reversed(pre_activations)):
        g = (g * slope(z)) @ w
        norms.insert(0, np.sqrt((g**2).sum()))
    return np.asarray(norms, dtype=grad_output.dtype)
