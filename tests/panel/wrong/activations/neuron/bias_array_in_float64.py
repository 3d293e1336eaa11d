# verdict: wrong
# mistake: The bias is wrapped in a float64 array, which turns the result for float32 inputs into float64.
# told: returns_float64
import numpy as np


def neuron(x, weight, bias, activation):
    b = np.array([bias], dtype=float)
    z = np.dot(x, weight) + b
    if activation == "identity":
        y = z
    elif activation == "step":
        y = np.where(z > 0, np.ones_like(z), np.zeros_like(z))
    elif activation == "sigmoid":
        y = np.exp(-np.logaddexp(0, -z))
    elif activation == "tanh":
        y = np.tanh(z)
    elif activation == "relu":
        y = z * (z > 0)
    else:
        raise ValueError("activation must be identity, step, sigmoid, tanh or relu")
    return y
