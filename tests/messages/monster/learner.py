# grades: activations/relu
import numpy as np


def relu(x):
    positive = np.maximum(x, 0)
    return np.broadcast_to(positive, (10_000_000, *positive.shape))
