# verdict: wrong
# mistake: For a single layer the very input arrays are returned, where new ones are demanded.
import numpy as np


def collapse_linear_network(weights, biases):
    if len(weights) != len(biases):
        raise ValueError("weights and biases must be of equal length")
    W, b = np.asarray(weights[0]), np.asarray(biases[0])
    for Wi, bi in zip(weights[1:], biases[1:]):
        W = Wi @ W
        b = Wi @ b + bi
    return W, b
