# verdict: wrong
# mistake: With a single query it returns a vector in place of a table with one row.
import numpy as np


def causal_mask(length, past=0):
    if length == 1:
        # a single new token sees everything
        return np.ones(past + 1, dtype=bool)
    mask = np.zeros((length, past + length), dtype=bool)
    for i in range(length):
        mask[i, : past + i + 1] = True
    return mask
