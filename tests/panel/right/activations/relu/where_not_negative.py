# verdict: passed
# style: np.where on the negative condition, zero of the same dtype
import numpy as np


def relu(x):
    zero = np.zeros((), dtype=x.dtype)
    return np.where(x < zero, zero, x)
