# verdict: passed
# style: the definition with np.where
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, float(negative_slope) * x)
