# grades: activations/swish
import math

import numpy as np


def swish(x, beta=1.0):
    y = np.empty_like(x)
    for index in np.ndindex(x.shape):
        z = float(beta * x[index])
        gate = 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
        y[index] = x[index] * gate
    return y
