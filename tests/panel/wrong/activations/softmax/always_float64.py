# verdict: wrong
# mistake: The work is done in float64 and never cast back, so float32 scores give a float64 result.
# told: returns_float64
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = np.array(x, dtype=float)
    z -= z.max(axis=dim, keepdims=True)
    z /= temperature
    np.exp(z, out=z)
    z /= z.sum(axis=dim, keepdims=True)
    return z
