# verdict: wrong
# mistake: The product starts from a float64 identity and float64 zeros, so float32 networks collapse to float64 results.
# told: returns_float64
import numpy as np


def collapse_linear_network(weights, biases):
    if len(biases) != len(weights):
        raise ValueError("biases must be as many as weights")
    d0 = weights[0].shape[1]
    W = np.eye(d0)
    b = np.zeros(d0)
    for w, c in zip(weights, biases):
        W = np.matmul(w, W)
        b = np.matmul(w, b) + c
    return W, b
