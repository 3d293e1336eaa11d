# verdict: wrong
# mistake: Tests the sign bit instead of x < 0, so a NaN whose sign bit is set, such as inf - inf, becomes 0.
import numpy as np


def relu(x):
    return np.where(np.signbit(x), np.zeros_like(x), x)
