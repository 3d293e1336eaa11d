# verdict: wrong
# mistake: The results are gathered in a float64 array, so float32 inputs do not come back in their dtype.
import numpy as np


def tent_network(x, k):
    if k < 0:
        raise ValueError("k must be 0 or more")
    result = np.zeros(len(x))
    for i in range(len(x)):
        v = float(x[i])
        for _ in range(k):
            v = 2.0 * max(0.0, v) - 4.0 * max(0.0, v - 0.5)
        result[i] = v
    return result
