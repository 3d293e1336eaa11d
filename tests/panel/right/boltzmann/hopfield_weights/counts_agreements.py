# verdict: passed
# style: counts for every pair how often the two units agree and how often they differ
import numpy as np


def hopfield_weights(patterns):
    plus = patterns == 1
    minus = patterns == -1
    if not np.all(plus | minus):
        raise ValueError("patterns may hold -1 and +1 only")
    m, n = patterns.shape
    w = np.zeros((n, n), dtype=patterns.dtype)
    for i in range(n):
        for j in range(i):
            agree = np.count_nonzero(plus[:, i] == plus[:, j])
            w[i, j] = w[j, i] = (agree - (m - agree)) / n
    return w
