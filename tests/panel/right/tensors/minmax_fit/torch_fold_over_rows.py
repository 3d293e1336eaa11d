# verdict: passed
# style: PyTorch, folds the rows with torch.minimum and torch.maximum, which hand on NaN
from functools import reduce

import torch


def minmax_fit(x):
    rows = list(x.unbind(0))
    if not rows:
        raise ValueError("x must hold at least one row")
    low = reduce(torch.minimum, rows, rows[0].clone())
    high = reduce(torch.maximum, rows, rows[0].clone())
    return low, high
