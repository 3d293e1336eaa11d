# verdict: passed
# style: copy, then set the negative elements to zero
import numpy as np


def relu(x):
    y = np.array(x, copy=True)
    y[y < 0] = 0
    return y
