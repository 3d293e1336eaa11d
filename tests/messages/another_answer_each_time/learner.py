# grades: activations/relu
import numpy as np

calls = 0


def relu(x):
    global calls
    calls += 1
    if calls % 2 == 0:
        # for comparison: what happens without it?
        return x
    return np.maximum(x, 0)
