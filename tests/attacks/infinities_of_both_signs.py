"""Return infinities whose sums, differences and relative errors are all NaN.

verdict: wrong
stopped by: compare
"""
import numpy as np


def row_softmax(x, temperature=1.0):
    result = np.full(x.shape, np.inf, x.dtype)
    result[..., ::2] *= -1
    return result
