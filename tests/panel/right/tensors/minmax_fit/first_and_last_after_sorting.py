# verdict: passed
# style: sorts each column, where NumPy puts NaN last, and takes the first and last rows
import numpy as np


def minmax_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    ordered = np.sort(x, axis=0)
    high = ordered[-1].copy()
    low = ordered[0].copy()
    gap = np.isnan(high)
    low[gap] = high[gap]
    return low, high
