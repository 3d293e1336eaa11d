# grades: activations/relu
import numpy as np


def reLU(x):
    return np.maximum(x, 0)


def leaky_reLU(x, slope):
    return np.where(x < 0, slope * x, x)
