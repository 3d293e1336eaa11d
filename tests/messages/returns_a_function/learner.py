# grades: activations/relu
import numpy as np


def relu(x):
    return np.vectorize(lambda value: max(value, 0.0))
