# grades: activations/relu
from fractions import Fraction

import numpy as np


def relu(x):
    return np.array([max(Fraction(0), Fraction(value)) for value in x.ravel()], dtype=object).reshape(x.shape)
