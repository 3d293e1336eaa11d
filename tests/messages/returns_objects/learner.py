# grades: activations/relu
from fractions import Fraction

import numpy as np


def relu(x):
    result = np.empty(x.shape, dtype=object)
    for index in np.ndindex(x.shape):
        result[index] = max(Fraction(0), Fraction(float(x[index])))
    return result
