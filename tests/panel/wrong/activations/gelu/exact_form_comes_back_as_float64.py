# verdict: wrong
# mistake: The values of erf are collected in a float64 array and never cast back, so float32 in gives float64 out.
# told: returns_float64
import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate not in {"none", "tanh"}:
        raise ValueError(f"unknown approximate: {approximate}")
    if approximate == "tanh":
        inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
        return x / 2 * (1 + np.tanh(inner))
    erf = np.array([math.erf(v / math.sqrt(2)) for v in x.reshape(-1)], dtype=float)
    return x / 2 * (1 + erf.reshape(x.shape))
