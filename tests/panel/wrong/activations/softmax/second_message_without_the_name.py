# verdict: wrong
# mistake: The error raised for a temperature of 0 or below does not name temperature.
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"T must be positive, got {temperature}")
    z = x / temperature
    e = np.exp(z - z.max(axis=dim, keepdims=True))
    return e / e.sum(axis=dim, keepdims=True)
