# grades: activations/relu
import numpy as np


def relu(x):
    return np.exp(np.log(x))
