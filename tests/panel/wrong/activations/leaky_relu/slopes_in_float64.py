# verdict: wrong
# mistake: np.where of two Python numbers makes a float64 array, so float32 in gives float64 out.
# told: returns_float64
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    slope = np.where(x > 0, 1.0, negative_slope)
    return slope * x
