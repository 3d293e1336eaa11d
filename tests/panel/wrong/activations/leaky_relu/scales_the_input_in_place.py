# verdict: wrong
# mistake: Multiplies the negative elements of the input itself.
# told: overwrites_the_input
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    out = x.view()
    out[out < 0] *= negative_slope
    return out
