# verdict: passed
# style: column by column with math.fsum and math.hypot, measured from the first row
import math

import numpy as np


def _column(values):
    n = len(values)
    origin = values[0]
    moved = [v - origin for v in values]
    middle = math.fsum(moved) / n
    return origin + middle, math.hypot(*[m - middle for m in moved]) / math.sqrt(n)


def standardize_fit(x):
    if x.shape[0] < 1:
        raise ValueError("x must have at least one row")
    pairs = [_column(column) for column in x.T.tolist()]
    mean = np.array([p[0] for p in pairs], dtype=x.dtype)
    std = np.array([p[1] for p in pairs], dtype=x.dtype)
    return mean, std
