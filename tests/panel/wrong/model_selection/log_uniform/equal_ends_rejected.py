# verdict: raised
# mistake: low and high that are equal are rejected, though every draw is then that number.
# told: rejects_equal_ends
import math

import numpy as np


def log_uniform(low, high, u):
    if low <= 0:
        raise ValueError("low must be > 0")
    if low >= high:
        raise ValueError("low must be smaller than high")
    a, b = math.log10(low), math.log10(high)
    return np.power(10.0, a + u * (b - a)).astype(u.dtype)
