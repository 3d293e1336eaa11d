# verdict: wrong
# mistake: A slope of 0 is falsy and is replaced by the default 0.01 instead of giving ReLU.
# told: takes_zero_for_missing
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = negative_slope or 0.01
    return np.where(x > 0, x, a * x)
