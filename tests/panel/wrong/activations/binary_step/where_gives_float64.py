# verdict: wrong
# mistake: Picking between the Python numbers 1.0 and 0.0 makes a float64 result whatever the dtype of x.
# told: returns_float64
import numpy as np


def binary_step(x, threshold=0.0):
    return np.where(x > threshold, 1.0, 0.0)
