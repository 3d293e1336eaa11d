# verdict: passed
# style: loop over the columns with a helper that answers for a single one
import numpy as np


def _scaled(column, a, b, lo, hi):
    moved = column - a
    if a != b:
        moved = moved / (b - a)
    return moved * (hi - lo) + lo


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    lo, hi = float(lo), float(hi)
    if not lo < hi:
        raise ValueError(f"lo must be below hi, but {lo} is not below {hi}")
    y = np.empty(x.shape, x.dtype)
    for j, (a, b) in enumerate(zip(low, high)):
        y[:, j] = _scaled(x[:, j], a, b, lo, hi)
    return y
