# verdict: wrong
# mistake: With a single row nothing is compared, and low and high are both the same view of x, where new arrays are wanted.
from functools import reduce

import torch


def minmax_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    rows = torch.unbind(x, dim=0)
    return reduce(torch.minimum, rows), reduce(torch.maximum, rows)
