# verdict: passed
# style: sum of positive part and scaled negative part
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    positive = np.maximum(x, 0)
    negative = np.minimum(x, 0)
    y = positive + negative_slope * negative
    return np.asarray(y, dtype=x.dtype)
