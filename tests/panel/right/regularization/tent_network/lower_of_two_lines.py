# verdict: passed
# style: NumPy, recursion on k, the tent as the lower of two lines where the input is positive
import numpy as np


def tent_network(x, k):
    if k < 0:
        raise ValueError(f"k must be at least 0, got {k}")
    if k == 0:
        return np.array(x)
    inner = tent_network(x, k - 1) if k > 1 else x
    up, down = inner + inner, 2 * (1 - inner)
    return np.where(inner > 0, np.minimum(up, down), 0).astype(x.dtype)
