# grades: activations/relu
# deadline: 0.5
import numpy as np


def relu(x):
    result = x.copy().ravel()
    i = 0
    while i < result.size:
        if result[i] < 0:
            result[i] = 0
    return result.reshape(x.shape)
