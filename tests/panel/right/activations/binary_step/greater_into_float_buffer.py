# verdict: passed
# style: NumPy, the comparison ufunc writes straight into a float buffer of the right dtype, compared in float64
import numpy as np


def binary_step(x, threshold=0.0):
    fired = np.empty(x.shape, dtype=x.dtype)
    np.greater(x, np.float64(threshold), out=fired)
    return fired
