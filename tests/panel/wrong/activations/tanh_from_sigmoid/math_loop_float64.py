# verdict: wrong
# mistake: The list of Python floats becomes a float64 array, also for float32 input.
# told: returns_float64
import math

import numpy as np


def _sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def tanh_from_sigmoid(x):
    values = [2 * _sigmoid(2 * float(v)) - 1 for v in x.ravel()]
    return np.array(values).reshape(x.shape)
