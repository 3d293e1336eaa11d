# verdict: wrong
# mistake: The widths are checked in the loop over pairs, so a list with a single width below 1 passes and gives 0.
from itertools import pairwise


def count_parameters(sizes, bias=True):
    if len(sizes) == 0:
        raise ValueError("sizes must have at least one entry")
    total = 0
    for n_in, n_out in pairwise(sizes):
        if n_in < 1 or n_out < 1:
            raise ValueError(f"sizes must be at least 1, got {n_in} and {n_out}")
        total += n_in * n_out
        if bias:
            total += n_out
    return total
