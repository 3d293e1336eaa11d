# grades: activations/relu
import numpy as np


def relu(x):
    result = x.copy()
     result[result < 0] = 0
    return result
