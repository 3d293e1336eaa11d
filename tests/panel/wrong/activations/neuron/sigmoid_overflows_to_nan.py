# verdict: wrong
# mistake: The sigmoid is computed as exp(z) / (1 + exp(z)), which is NaN for a large z where it should be 1.
# told: overflows
import numpy as np


def neuron(x, weight, bias, activation):
    z = x @ weight + bias
    if activation == "identity":
        return z
    if activation == "step":
        return (z > 0).astype(x.dtype)
    if activation == "sigmoid":
        e = np.exp(z)
        return e / (1 + e)
    if activation == "tanh":
        return np.tanh(z)
    if activation == "relu":
        return np.maximum(0, z)
    raise ValueError(f"activation {activation!r} is not known")
