# grades: activations/relu
import numpy as np


def relu(x):
    return np.maximum(x, 0)


def check():
    x = np.array([-1.0, 2.0])
    assert relu(x)[2] == 2.0


check()
