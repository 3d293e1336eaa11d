# verdict: wrong
# mistake: At temperature 1 no copy is made and the maximum is subtracted from the caller's array.
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    z = x if temperature == 1.0 else x / temperature
    z -= z.max(axis=dim, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=dim, keepdims=True)
