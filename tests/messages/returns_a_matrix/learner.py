# grades: activations/relu
import numpy as np


def relu(x):
    return np.matrix(np.maximum(x, 0).reshape(x.shape[0] if x.ndim else 1, -1))
