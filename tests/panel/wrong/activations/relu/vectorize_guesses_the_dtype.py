# verdict: wrong
# mistake: np.vectorize takes the dtype from its first result: a float32 array that starts with a negative number comes back as float64, and an empty one crashes.
# told: returns_float64
import numpy as np


def _relu(v):
    if v < 0:
        return 0.0
    return v


_relu_all = np.vectorize(_relu)


def relu(x):
    return _relu_all(x)
