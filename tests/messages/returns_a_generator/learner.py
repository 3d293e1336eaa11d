# grades: activations/relu
import numpy as np


def relu(x):
    for row in x:
        yield np.maximum(row, 0)
