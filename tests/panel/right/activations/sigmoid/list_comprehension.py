# verdict: passed
# style: math.exp in a list comprehension over the flat array
import math

import numpy as np


def _logistic(v):
    if v >= 0:
        return 1.0 / (1.0 + math.exp(-v))
    t = math.exp(v)
    return t / (t + 1.0)


def sigmoid(x):
    values = [_logistic(float(v)) for v in x.ravel()]
    return np.array(values, dtype=x.dtype).reshape(x.shape)
