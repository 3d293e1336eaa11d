# verdict: wrong
# mistake: The widths are put into int32 arrays, so the product of two large widths overflows.
# told: counts_in_32_bits
import numpy as np


def count_parameters(sizes, bias=True):
    if len(sizes) == 0 or min(sizes) < 1:
        raise ValueError("sizes must not be empty and all entries must be at least 1")
    widths = np.array(sizes, dtype=np.int32)
    total = np.dot(widths[:-1], widths[1:])
    if bias:
        total = total + np.sum(widths[1:])
    return int(total)
