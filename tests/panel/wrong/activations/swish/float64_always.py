# verdict: wrong
# mistake: The result is float64 for float32 input.
# told: returns_float64
import numpy as np


def swish(x, beta=1.0):
    x = np.array(x, dtype=np.float64)
    e = np.exp(-np.abs(beta * x))
    gate = np.where(beta * x >= 0, 1 / (1 + e), e / (1 + e))
    return x * gate
