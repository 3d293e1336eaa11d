# verdict: passed
# style: the one-liner
import numpy as np


def relu(x):
    return np.maximum(x, 0)
