# grades: activations/swish
import numpy as np

_results = {}


def swish(x, beta=1.0):
    result = _results.setdefault((x.shape, x.dtype), np.empty_like(x))
    z = np.clip(beta * x, -700, 700) if x.dtype == np.float64 else np.clip(beta * x, -88, 88)
    result[...] = x / (1 + np.exp(-z))
    return result
