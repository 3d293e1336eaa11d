# verdict: wrong
# mistake: Compares with np.zeros(x.shape), a float64 array, so float32 comes back as float64.
# told: returns_float64
import numpy as np


def relu(x):
    return np.maximum(x, np.zeros(x.shape))
