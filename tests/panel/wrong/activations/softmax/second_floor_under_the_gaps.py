# verdict: wrong
# mistake: Clips the distance to the maximum at -20, so masked and hopeless entries get 2e-9 instead of 0.
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    z = x / temperature
    z = np.clip(z - z.max(axis=dim, keepdims=True), -20.0, 0.0)
    e = np.exp(z)
    return e / e.sum(axis=dim, keepdims=True)
