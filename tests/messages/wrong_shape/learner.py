# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    z = (x - x.max(axis=dim, keepdims=True)) / temperature
    e = np.exp(z)
    return (e / e.sum(axis=dim, keepdims=True)).max(axis=dim)
