# verdict: wrong
# mistake: The axis is moved to the end but swapped back, which mixes up the other axes of arrays with three or more of them.
import numpy as np


def squash(s, dim=-1):
    c = np.moveaxis(s, dim, -1)
    n = np.sqrt((c**2).sum(axis=-1, keepdims=True))
    v = c * (n / (1 + n**2))
    return np.swapaxes(v, dim, -1).copy()
