# verdict: wrong
# mistake: The unit's connection with itself is left out of the sum, which runs over all j.
import numpy as np


def hopfield_update(state, weight, order):
    s = state.copy()
    n = len(s)
    for i in order:
        h = sum(weight[i, j] * s[j] for j in range(n) if j != i)
        if h != 0:
            s[i] = np.sign(h)
    return s
