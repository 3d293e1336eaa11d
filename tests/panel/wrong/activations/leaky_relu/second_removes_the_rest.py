# verdict: wrong
# mistake: Writes the negative side as x - (1-a)x, which cancels, so with a tiny slope such as 1e-20 the leak is lost.
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return x - (1.0 - negative_slope) * np.minimum(x, 0)
