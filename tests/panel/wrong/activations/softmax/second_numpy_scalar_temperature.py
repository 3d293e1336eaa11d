# verdict: wrong
# mistake: Turns the temperature into a float64 scalar, which promotes a float32 input to a float64 result.
# told: returns_float64
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    t = np.float64(temperature)
    if not t > 0:
        raise ValueError("temperature must be above 0")
    z = (x - np.amax(x, axis=dim, keepdims=True)) / t
    np.exp(z, out=z)
    z /= z.sum(axis=dim, keepdims=True)
    return z
