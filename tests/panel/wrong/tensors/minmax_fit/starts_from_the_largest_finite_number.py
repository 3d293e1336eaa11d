# verdict: wrong
# mistake: The search starts from the largest finite numbers, so a column of nothing but +inf gets a finite low and one of -inf a finite high.
import numpy as np


def minmax_fit(x):
    n, d = x.shape
    if n == 0:
        raise ValueError("x must have at least one row")
    limits = np.finfo(x.dtype)
    low = np.full(d, limits.max, dtype=x.dtype)
    high = np.full(d, limits.min, dtype=x.dtype)
    for row in x:
        low = np.minimum(low, row)
        high = np.maximum(high, row)
    return low, high
