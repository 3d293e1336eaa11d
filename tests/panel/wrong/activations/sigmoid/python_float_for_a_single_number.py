# verdict: raised
# mistake: A number without axis is sent through math.exp and comes back as a Python float, without shape and dtype, and overflows at -1000.
import math

import numpy as np


def sigmoid(x):
    if x.ndim == 0:
        return 1.0 / (1.0 + math.exp(-x))
    z = np.exp(-np.abs(x))
    return np.where(x < 0, z, 1) / (1 + z)
