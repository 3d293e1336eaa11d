# verdict: raised
# mistake: Only the empty string is rejected; a reference of white space has no words either and ends in a ZeroDivisionError.
import numpy as np


def word_error_rate(reference, hypothesis):
    if not reference:
        raise ValueError("reference must not be empty")
    ref, hyp = reference.split(), hypothesis.split()
    n, m = len(ref), len(hyp)
    d = np.zeros((n + 1, m + 1), dtype=int)
    d[:, 0] = np.arange(n + 1)
    d[0, :] = np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            sub = d[i - 1, j - 1] + (ref[i - 1] != hyp[j - 1])
            d[i, j] = min(sub, d[i - 1, j] + 1, d[i, j - 1] + 1)
    return int(d[n, m]) / n
