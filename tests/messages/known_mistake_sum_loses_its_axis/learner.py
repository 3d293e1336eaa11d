# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be > 0")
    z = (x - np.max(x, axis=dim, keepdims=True)) / temperature
    return np.exp(z) / np.sum(np.exp(z), axis=dim)
