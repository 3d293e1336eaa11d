# verdict: wrong
# mistake: From 35 on the result is set to 0, although it is small and not zero there and all its digits count.
import numpy as np


def log_sigmoid(x):
    out = np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))
    return np.where(x > 35, np.zeros_like(x), out)
