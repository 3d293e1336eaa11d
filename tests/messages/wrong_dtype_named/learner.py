# grades: activations/relu
import numpy as np


def relu(x):
    out = np.zeros(x.shape)
    return np.maximum(x, out)
