# verdict: passed
# style: rows added up one after the other, in the dtype of x
import numpy as np


def standardize_fit(x):
    n, d = x.shape
    if n == 0:
        raise ValueError("x must have at least one row")
    total = np.zeros(d, dtype=x.dtype)
    for row in x:
        total += row
    mean = total / x.dtype.type(n)
    squares = np.zeros(d, dtype=x.dtype)
    for row in x:
        squares += (row - mean) ** 2
    std = np.sqrt(squares / x.dtype.type(n))
    std[np.all(x == x[0], axis=0)] = 0
    return mean, std
