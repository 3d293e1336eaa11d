# verdict: passed
# style: plain Python loops over every entry, math.sqrt
import math

import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError(f"max_norm must not be negative, got {max_norm}")
    total = 0.0
    for g in grads:
        for value in g.flat:
            total += float(value) * float(value)
    norm = math.sqrt(total)
    coefficient = max_norm / (norm + eps)
    if coefficient > 1.0:  # False for NaN, so a NaN survives
        coefficient = 1.0
    result = []
    for g in grads:
        new = np.empty(g.shape, dtype=g.dtype)
        for index in np.ndindex(g.shape):
            new[index] = float(g[index]) * coefficient
        result.append(new)
    return result, norm
