# verdict: wrong
# mistake: Subtracts the maximum of x from x/T instead of the maximum of x/T, so large scores with a temperature under- or overflow to NaN.
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    top = np.max(x, axis=dim, keepdims=True)
    e = np.exp(x / temperature - top)
    return e / np.sum(e, axis=dim, keepdims=True)
