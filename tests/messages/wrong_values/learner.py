# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    # powers of two are faster
    z = x - x.max(axis=dim, keepdims=True)
    e = 2 ** (z / temperature)
    return e / e.sum(axis=dim, keepdims=True)
