# grades: activations/relu
import numpy as np


def relu(x):
    result = np.maximum(x, 0)
    print(result.shape)
