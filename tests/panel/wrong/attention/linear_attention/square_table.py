# verdict: wrong
# mistake: All weights are put in a table of L times L, which grows with the square of the length.
import numpy as np


def phi(x):
    return np.where(x > 0, x + 1, np.exp(np.minimum(x, 0)))


def linear_attention(query, key, value):
    weights = phi(query) @ np.swapaxes(phi(key), -1, -2)
    weights = np.tril(weights)
    return (weights @ value) / weights.sum(axis=-1, keepdims=True)
