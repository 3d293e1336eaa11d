# verdict: wrong
# mistake: For k = 0 the input array itself comes back and not a new one.
import numpy as np


def tent_network(x, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    y = np.asarray(x)
    for _ in range(k):
        y = 2 * np.maximum(0, y) - 4 * np.maximum(0, y - 0.5)
    return y
