# verdict: wrong
# mistake: ((1 + a) x + (1 - a) |x|) / 2 cancels for large slopes: with slope 1e20 the input 3 becomes 0.
# told: cancels
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = float(negative_slope)
    return ((1 + a) * x + (1 - a) * np.abs(x)) / 2
