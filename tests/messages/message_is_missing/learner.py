# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    e = np.exp((x - x.max(axis=dim, keepdims=True)) / temperature)
    return e / e.sum(axis=dim, keepdims=True)
