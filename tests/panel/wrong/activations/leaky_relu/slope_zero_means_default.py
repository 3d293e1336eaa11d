# verdict: wrong
# mistake: negative_slope or 0.01 takes a slope of 0 for a missing one, so slope 0 does not give ReLU.
# told: takes_zero_for_missing
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = float(negative_slope or 0.01)  # None: the usual slope
    return np.where(x > 0, x, a * x)
