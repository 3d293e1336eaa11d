# verdict: passed
# style: copy, then multiply the masked entries
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    out = np.array(x)
    out[x <= 0] *= negative_slope
    return out
