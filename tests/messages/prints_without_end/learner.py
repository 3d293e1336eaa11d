# grades: activations/relu
# deadline: 0.5
import numpy as np


def relu(x):
    i = 0
    while i < x.size:
        print("still working on", i)
    return np.maximum(x, 0)
