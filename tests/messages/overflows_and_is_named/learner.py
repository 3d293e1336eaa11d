# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be > 0")
    e = np.exp(x / temperature)
    return e / e.sum(axis=dim, keepdims=True)
