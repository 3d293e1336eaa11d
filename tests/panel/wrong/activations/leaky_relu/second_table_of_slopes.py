# verdict: wrong
# mistake: Looks the factor up in a float64 table, so a float32 input gives a float64 result.
# told: returns_float64
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    table = np.array([negative_slope, 1.0])
    return x * table[(x > 0).astype(int)]
