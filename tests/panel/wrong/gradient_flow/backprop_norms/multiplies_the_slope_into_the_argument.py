# verdict: wrong
# mistake: The first product with the slope is done in place and overwrites the caller's grad_output.
# told: overwrites_grad_output
import numpy as np


def backprop_norms(weights, pre_activations, grad_output, activation):
    if activation not in ("identity", "relu", "tanh", "sigmoid"):
        raise ValueError(f"unknown activation: {activation}")
    delta = grad_output
    norms = [np.linalg.norm(delta)]
    for w, z in zip(weights[::-1], pre_activations[::-1]):
        if activation == "relu":
            delta *= z > 0
        elif activation == "tanh":
            delta *= 1 - np.tanh(z) ** 2
        elif activation == "sigmoid":
            e = np.exp(-np.abs(z))
            delta *= e / (1 + e) ** 2
        delta = delta @ w
        norms.append(np.linalg.norm(delta))
    return np.array(norms[::-1], dtype=grad_output.dtype)
