# verdict: wrong
# mistake: The ValueError speaks of T and never names the argument temperature.
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("T must be a positive number")
    z = (x - x.max(axis=dim, keepdims=True)) / float(temperature)
    e = np.exp(z)
    return e / e.sum(axis=dim, keepdims=True)
