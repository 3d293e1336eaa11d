# verdict: wrong
# mistake: np.asarray makes no copy of a float64 array, so the in-place subtraction changes the input of the caller.
# told: overwrites_the_input
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = np.asarray(x, dtype=np.float64)
    z -= z.max(axis=dim, keepdims=True)
    e = np.exp(z / temperature)
    return (e / e.sum(axis=dim, keepdims=True)).astype(x.dtype)
